using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

public sealed class SqliteKillTests : KillTests
{
    private protected override Task<IStoreUnderTest> MakeStoreAsync(string folder) => Task.FromResult<IStoreUnderTest>(new SqliteStore(folder));
}
