namespace Spark.Faults.Tests.Support;

/// <summary>A database that hosts under test use.</summary>
internal interface IStoreUnderTest : IAsyncDisposable
{
    /// <summary>What a host is told to use it.</summary>
    IReadOnlyList<string> HostArguments { get; }

    /// <summary>Opens it for reading, when no host has it any more or the database allows more than one.</summary>
    Books Open();
}
