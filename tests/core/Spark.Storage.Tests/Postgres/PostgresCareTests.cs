using Spark.Runtime.Operations;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;
using Spark.Storage.Tests.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Postgres;

public sealed class PostgresCareTests(PostgresServer server)
{
    private static readonly string First = ConversationKey.Of("web", "c1").ToString();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DELETE FROM conversations", "events belong to no conversation, or come after its last turn: {c1}-1, {c1}-2.")]
    [InlineData("DELETE FROM conversations", "effects belong to conversations that are not there: {c1}-1-0, {c1}-2-0.")]
    [InlineData("DELETE FROM conversations", "keys name events that did not happen, of conversations: {c1}, {c1}.")]
    [InlineData("UPDATE conversations SET sequence = 1", "events belong to no conversation, or come after its last turn: {c1}-2.")]
    [InlineData("UPDATE conversations SET sequence = 9", "conversations stand at another turn than their log: {c1}.")]
    [InlineData("DELETE FROM events", "effects have no event that caused them: {c1}-1-0, {c1}-2-0.")]
    [InlineData("DELETE FROM nodes", "open effects are in the hands of nodes that nobody knows: {c1}-1-0, {c1}-2-0.")]
    [InlineData("INSERT INTO timers VALUES (1, '\\x00ff')", "timers belong to no conversation: 00ff.")]
    [InlineData("INSERT INTO episodes (number, began_at, conversation, bot, version) VALUES (3, 1, '\\x00ff', 'helper', 'v1')", "episodes belong to conversations that are not there: 00ff 3.")]
    [InlineData("DELETE FROM revision", "table does not have the one row that tells nodes of changes: revision.")]
    public async Task What_does_not_hold_is_told_with_its_place_and_with_a_remedy_that_mends_it(string damage, string told)
    {
        await using var stores = await FillAsync();
        var care = stores.Get<IDatabaseCare>();
        (await care.CheckAsync(Cancelled)).Problems.ShouldBeEmpty();

        await stores.RowsAsync(damage);

        var expected = told.Replace("{c1}", First, StringComparison.Ordinal);
        var found = (await care.CheckAsync(Cancelled)).Problems;
        found.Where(line => line.Contains(expected, StringComparison.Ordinal)).ShouldHaveSingleItem(string.Join('\n', found));
        (await Remedies.FollowAsync(stores.Get<IServiceProvider>(), stores.RowsAsync)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_places_the_first_are_named_with_the_number_of_all()
    {
        await using var stores = await FillAsync();
        await stores.RowsAsync("INSERT INTO timers SELECT 1, decode(lpad(to_hex(n), 4, '0'), 'hex') FROM generate_series(1, 20) n");

        (await stores.Get<IDatabaseCare>().CheckAsync(Cancelled)).Problems.ShouldHaveSingleItem()
            .ShouldStartWith("20 timers belong to no conversation: 0001, 0002, 0003 and others. Restore a backup");
    }

    [Fact]
    public async Task A_version_that_is_not_kept_and_an_index_that_is_not_valid_are_told_by_their_names()
    {
        await using var stores = await FillAsync();
        await stores.RowsAsync("INSERT INTO publications (bot, version) VALUES ('helper', 'v1')");
        await stores.RowsAsync("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'outbox_open'::regclass");

        (await stores.Get<IDatabaseCare>().CheckAsync(Cancelled)).Problems.ShouldBe(
        [
            "1 bots are published in versions that are not kept: helper v1. Publish each of them again: spark publish",
            "1 indexes are not valid: outbox_open. Build each of them anew: REINDEX INDEX NAME",
        ]);
        await stores.RowsAsync("REINDEX INDEX outbox_open");
        (await stores.Get<IDatabaseCare>().CheckAsync(Cancelled)).Problems.Count.ShouldBe(1);
    }

    private async Task<PostgresStores> FillAsync()
    {
        var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);
        var turns = new TestTurns(stores.Clock, await stores.JoinAsync(), await stores.RevisionAsync());
        var conversations = stores.Get<IConversationStore>();
        var first = turns.First("c1", Say("hi"));
        foreach (var turn in new[] { first, turns.After(first, Say("ho")) })
        {
            (await conversations.CommitAsync(turn, Cancelled)).Status.ShouldBe(CommitStatus.Committed);
        }

        return stores;
    }
}
