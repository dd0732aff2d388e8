using Npgsql;
using Spark.Runtime;
using Spark.Storage.Postgres;
using Spark.Storage.Tests.Postgres.Support;

namespace Spark.Storage.Tests.Postgres;

public sealed class PostgresMigrationTests(PostgresServer server)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_that_start_at_once_run_each_migration_once()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled, isEmpty: true), server);
        await using var source = NpgsqlDataSource.Create(stores.ConnectionString + ";Pooling=false");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PostgresMigrations.RunAsync(source, Cancelled), Cancelled)));
        await PostgresMigrations.RunAsync(source, Cancelled);

        (await stores.RowsAsync("SELECT version || name FROM schema_version ORDER BY version"))[0].ShouldBe("10001_tables.sql");
        (await stores.RowsAsync("SELECT count(*) FROM revision")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);
        await stores.RowsAsync("INSERT INTO schema_version (version, name) VALUES (9999, 'from the future')");

        var refused = await Should.ThrowAsync<OperatorException>(async () => await stores.Get<PostgresDatabase>().PrepareAsync(Cancelled));

        refused.Code.ShouldBe("SPK11004");
    }
}
