using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Clocks;

public sealed class PostgresClockJumpTests(OnePostgres postgres) : ClockJumpTests
{
    protected override async Task<string?> MakeDatabaseAsync() => await postgres.CreateDatabaseAsync();
}
