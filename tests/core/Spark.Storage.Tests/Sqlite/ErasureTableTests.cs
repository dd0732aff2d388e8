using Microsoft.Data.Sqlite;
using Spark.Storage.Tests.Support;
using Spark.Tests;

namespace Spark.Storage.Tests.Sqlite;

public sealed class ErasureTableTests
{
    [Fact]
    public async Task What_an_erasure_does_is_decided_for_every_table_there_is()
    {
        await using var store = await TestStore.OpenAsync();
        await using var connection = new SqliteConnection($"Data Source={store.File};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var list = connection.CreateCommand();
        list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        await using var names = await list.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var decided = string.Join('\n', (await File.ReadAllLinesAsync(Repository.Path("docs", "privacy.md"), TestContext.Current.CancellationToken)).Where(line => line.StartsWith("| `", StringComparison.Ordinal)));
        var tables = 0;
        while (await names.ReadAsync(TestContext.Current.CancellationToken))
        {
            decided.ShouldContain($"`{names.GetString(0)}`", Case.Sensitive, "a new table: say in docs/privacy.md what an erasure does to it, and let it do so");
            tables++;
        }

        tables.ShouldBeGreaterThan(20);
    }
}
