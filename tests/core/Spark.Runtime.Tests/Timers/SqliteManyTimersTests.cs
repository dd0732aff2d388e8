namespace Spark.Runtime.Tests.Timers;

public sealed class SqliteManyTimersTests : ManyTimersTests
{
    protected override Task<string?> MakeDatabaseAsync() => Task.FromResult<string?>(null);
}
