using Npgsql;
using Spark.Runtime;
using Spark.Runtime.People;
using Spark.Storage.Postgres;
using Spark.Storage.Tests.Conformance.Support;
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

    [Fact]
    public async Task Somebody_whose_long_id_has_fitted_before_is_still_known_by_it()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);
        await stores.RowsAsync("DELETE FROM schema_version WHERE version >= 20");
        await stores.RowsAsync("ALTER TABLE people DROP COLUMN whole_id");
        await stores.RowsAsync("DROP INDEX episodes_open");
        var (id, name) = (TestTurns.LongId()[..2_300], TestTurns.LongId()[..2_300].ToUpperInvariant());
        await stores.RowsAsync($"INSERT INTO people (written_at, reachable, instance, id, principal_key, principal_name) VALUES (1, true, 'teams', '{id}', '{name}', '{name}')");
        await stores.RowsAsync($"INSERT INTO person_variables (at, person, bot, name) VALUES (1, 'channel:teams/{id}', 'helper', 'desk')");

        var people = stores.Get<IPeopleStore>();

        (await people.FindAsync("teams", id, Cancelled)).ShouldNotBeNull().Id.ShouldBe(id);
        (await people.FindByAddressAsync("teams", new() { PrincipalName = name }, Cancelled)).ShouldNotBeNull().Id.ShouldBe(id);
        (await stores.Get<IPersonVariableStore>().ReadAsync($"channel:teams/{id}", "helper", Cancelled)).ShouldHaveSingleItem();
    }
}
