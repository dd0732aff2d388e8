using Spark.Runtime.Operations;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

public sealed class DatabaseCareTests
{
    [Theory]
    [InlineData("DELETE FROM events", "effects lie in the outbox without their event")]
    [InlineData("DELETE FROM outbox", "events lack a part of their effects' rows")]
    [InlineData("UPDATE conversations SET sequence = 9", "conversations do not stand where their newest event left them")]
    [InlineData("UPDATE events SET previous = 1 WHERE id = 3", "events do not follow the one before them")]
    [InlineData("UPDATE seen SET sequence = 9", "keys name events that did not happen")]
    [InlineData("INSERT INTO timers VALUES (99, 1)", "timers belong to conversations that are not there")]
    public async Task What_does_not_hold_is_told(string damage, string problem)
    {
        await using var store = await TestStore.OpenAsync();
        await FillAsync(store);
        var care = store.Get<IDatabaseCare>();
        (await care.CheckAsync(TestContext.Current.CancellationToken)).Problems.ShouldBeEmpty();

        store.Run(damage);

        (await care.CheckAsync(TestContext.Current.CancellationToken)).Problems.ShouldContain(line => line.Contains(problem, StringComparison.Ordinal));
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
