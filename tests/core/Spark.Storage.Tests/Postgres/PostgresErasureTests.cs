using Spark.Storage.Tests.Conformance;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;
using Spark.Tests;

namespace Spark.Storage.Tests.Postgres;

public sealed class PostgresErasureTests(PostgresServer server) : ErasureConformance
{
    protected override ValueTask<StoresUnderTest> OpenAsync() => PostgresStores.CreateAsync(server);

    protected override Task<string> DumpAsync() => DatabaseDump.OfPostgresAsync(((PostgresStores)Stores).ConnectionString, Cancelled);
}
