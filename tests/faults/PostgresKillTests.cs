using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

public sealed class PostgresKillTests : KillTests
{
    private protected override Task<IStoreUnderTest> MakeStoreAsync(string folder) => PostgresStore.MakeAsync(folder);
}
