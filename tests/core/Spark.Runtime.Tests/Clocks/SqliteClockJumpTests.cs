namespace Spark.Runtime.Tests.Clocks;

public sealed class SqliteClockJumpTests : ClockJumpTests
{
    protected override Task<string?> MakeDatabaseAsync() => Task.FromResult<string?>(null);
}
