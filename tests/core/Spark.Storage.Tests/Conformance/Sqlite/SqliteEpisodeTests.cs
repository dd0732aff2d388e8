using System.Globalization;
using Microsoft.Data.Sqlite;
using Spark.Storage.Sqlite;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance.Sqlite;

public sealed class SqliteEpisodeTests : EpisodeConformance
{
    protected override ValueTask<StoresUnderTest> OpenAsync() => new(new SqliteStores());

    protected override async Task<long> ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(((SqliteStores)Stores).Folder, SqliteDatabase.FileName)};Pooling=False");
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancelled) ?? 0L, CultureInfo.InvariantCulture);
    }
}
