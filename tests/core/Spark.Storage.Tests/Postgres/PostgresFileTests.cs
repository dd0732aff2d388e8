using Spark.Storage.Tests.Conformance;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;

namespace Spark.Storage.Tests.Postgres;

public sealed class PostgresFileTests(PostgresServer server) : FileConformance
{
    protected override ValueTask<StoresUnderTest> OpenAsync() => PostgresStores.CreateAsync(server);
}
