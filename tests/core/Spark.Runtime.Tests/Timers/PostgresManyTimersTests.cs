using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Timers;

public sealed class PostgresManyTimersTests(OnePostgres postgres) : ManyTimersTests
{
    protected override async Task<string?> MakeDatabaseAsync() => await postgres.CreateDatabaseAsync();
}
