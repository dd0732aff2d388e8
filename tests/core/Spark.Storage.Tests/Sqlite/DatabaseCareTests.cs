using Spark.Runtime.Operations;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

public sealed class DatabaseCareTests
{
    private static readonly string First = ConversationKey.Of("web", "c1").ToString();
    private static readonly string Second = ConversationKey.Of("web", "c2").ToString();

    [Theory]
    [InlineData("DELETE FROM events", "effects lie in the outbox without their event: {c2}-1-0, {c1}-1-0, {c1}-2-0.")]
    [InlineData("DELETE FROM outbox", "events lack a part of their effects' rows, of conversations: {c2}, {c1}, {c1}.")]
    [InlineData("DELETE FROM conversations WHERE id = 1", "effects belong to conversations that are not there: {c1}-1-0, {c1}-2-0.")]
    [InlineData("DELETE FROM conversations WHERE id = 2", "events belong to conversations that are not there: conversation 2, turn 1.")]
    [InlineData("UPDATE conversations SET sequence = 9 WHERE id = 1", "conversations do not stand where their newest event left them: {c1}.")]
    [InlineData("UPDATE conversations SET state = replace(state, '\"sequence\":2', '\"sequence\":1')", "conversations have a state of another turn than their last one: {c1}.")]
    [InlineData("UPDATE events SET previous = 1 WHERE id = 3", "events do not follow the one before them in their conversation: {c2}.")]
    [InlineData("UPDATE seen SET sequence = 9 WHERE conversation = 2", "keys name events that did not happen: conversation 2.")]
    [InlineData("INSERT INTO timers VALUES (99, 1)", "timers belong to conversations that are not there: conversation 99.")]
    [InlineData("INSERT INTO episodes (conversation, number, bot, version, began_at) VALUES (99, 1, 'helper', 'v1', 1)", "episodes belong to conversations that are not there: conversation 99.")]
    public async Task What_does_not_hold_is_told_with_its_place_and_with_a_remedy_that_mends_it(string damage, string told)
    {
        await using var store = await TestStore.OpenAsync();
        await FillAsync(store);
        var care = store.Get<IDatabaseCare>();
        (await care.CheckAsync(TestContext.Current.CancellationToken)).Problems.ShouldBeEmpty();

        store.Run(damage);

        var expected = told.Replace("{c1}", First, StringComparison.Ordinal).Replace("{c2}", Second, StringComparison.Ordinal);
        (await care.CheckAsync(TestContext.Current.CancellationToken)).Problems
            .ShouldContain(line => line.Contains(expected, StringComparison.Ordinal) && line.Contains(". Restore a backup", StringComparison.Ordinal));
        (await Remedies.FollowAsync(
            store.Get<IServiceProvider>(),
            sql =>
            {
                store.Run(sql);
                return Task.CompletedTask;
            })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_is_not_kept_is_told_with_its_bot()
    {
        await using var store = await TestStore.OpenAsync();
        store.Run("INSERT INTO publications (bot, version) VALUES ('helper', 'v1')");

        (await store.Get<IDatabaseCare>().CheckAsync(TestContext.Current.CancellationToken)).Problems.ShouldHaveSingleItem()
            .ShouldBe("1 bots are published in versions that are not kept: helper v1. Publish each of them again: spark publish");
    }

    [Fact]
    public async Task A_backup_is_a_database_of_its_own()
    {
        await using var store = await TestStore.OpenAsync();
        await FillAsync(store);
        using var folder = new TestFolder();
        var copy = Path.Combine(folder.Path, "spark.db");

        await store.Get<IDatabaseCare>().BackUpAsync(copy, TestContext.Current.CancellationToken);

        await using var restored = await TestStore.OpenAsync(folder.Path);
        (await restored.Conversations.LoadAsync(ConversationKey.Of("web", "c1"), [], TestContext.Current.CancellationToken)).Sequence.ShouldBe(2);
        await Should.ThrowAsync<IOException>(async () => await store.Get<IDatabaseCare>().BackUpAsync(copy, TestContext.Current.CancellationToken));
    }

    private static async Task FillAsync(TestStore store)
    {
        var first = store.FirstTurn("c1");
        await store.CommitAsync(first);
        await store.CommitAsync(store.NextTurn(first));
        await store.CommitAsync(store.FirstTurn("c2"));
    }
}
