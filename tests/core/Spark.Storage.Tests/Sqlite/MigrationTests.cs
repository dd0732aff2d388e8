using Microsoft.Extensions.Logging.Abstractions;
using Spark.Runtime;
using Spark.Runtime.Health;
using Spark.Storage.Sqlite;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

public sealed class MigrationTests
{
    [Fact]
    public async Task Migrations_run_once()
    {
        await using var store = new TestStore();
        await SqliteDatabase.Open(store.File, store.Clock, NullLoggerFactory.Instance).DisposeAsync();
        var first = store.Scalar("SELECT group_concat(version || name || run_at) FROM schema_version");
        store.Clock.Advance(TimeSpan.FromDays(1));

        await SqliteDatabase.Open(store.File, store.Clock, NullLoggerFactory.Instance).DisposeAsync();

        store.Scalar("SELECT group_concat(version || name || run_at) FROM schema_version").ShouldBe(first);
        first.ShouldStartWith("10001_conversations.sql");
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await using var store = new TestStore();
        await SqliteDatabase.Open(store.File, store.Clock, NullLoggerFactory.Instance).DisposeAsync();
        store.Run("INSERT INTO schema_version VALUES (9999, 'from the future', 0)");

        var refused = Should.Throw<OperatorException>(() => SqliteDatabase.Open(store.File, store.Clock, NullLoggerFactory.Instance));

        refused.Code.ShouldBe("SPK11004");
    }

    [Fact]
    public async Task What_is_on_disk_is_safe_against_a_crash()
    {
        await using var store = new TestStore();
        await using var connection = SqliteConnections.Open(store.File);
        using var statements = new StatementSet(connection);
        using var journal = statements.Add("PRAGMA journal_mode").Read();

        journal.Next().ShouldBeTrue();
        journal.Text(0).ShouldBe("wal");
        statements.Add("PRAGMA synchronous").Number().ShouldBe(2L, "FULL");
    }

    [Fact]
    public async Task Ready_means_that_the_database_can_be_written()
    {
        await using var store = new TestStore();

        (await store.Get<IReadinessProbe>().CheckAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }
}
