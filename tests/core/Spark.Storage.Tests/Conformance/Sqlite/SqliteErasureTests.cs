using Spark.Storage.Tests.Conformance.Support;
using Spark.Tests;

namespace Spark.Storage.Tests.Conformance.Sqlite;

public sealed class SqliteErasureTests : ErasureConformance
{
    protected override ValueTask<StoresUnderTest> OpenAsync() => new(new SqliteStores());

    protected override Task<string> DumpAsync() => Task.FromResult(DatabaseDump.OfFiles(((SqliteStores)Stores).Folder));
}
