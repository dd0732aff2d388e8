namespace Spark.Storage.Tests.Support;

/// <summary>Tests of what a process counts as a whole: beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
