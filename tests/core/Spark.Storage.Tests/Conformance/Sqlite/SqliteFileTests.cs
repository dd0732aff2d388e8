using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance.Sqlite;

public sealed class SqliteFileTests : FileConformance
{
    protected override ValueTask<StoresUnderTest> OpenAsync() => new(new SqliteStores());
}
