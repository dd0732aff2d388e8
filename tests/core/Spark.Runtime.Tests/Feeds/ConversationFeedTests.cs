using System.Text.Json;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Retention;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Feeds;

public sealed class ConversationFeedTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Pull);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Both_sides_are_there_in_order_with_what_they_reply_to()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        using var echo = JsonDocument.Parse("""{"clientId":7}""");
        await runtime.Turns.AcceptAsync(
            channel.Instance, TestRuntime.Message("hello", "m1") with { Echo = echo.RootElement }, TestContext.Current.CancellationToken);
        await runtime.SayAsync(channel, "again", "m2");

        var page = await ReadAsync(runtime, 0, 100);

        page!.Watermark.ShouldBe(2);
        page.Entries.Select(entry => (entry.FromPerson, PlainText.Render(entry.Parts), entry.ReplyTo)).ShouldBe(
        [
            (true, "hello", null),
            (false, "You said hello", "m1"),
            (true, "again", null),
            (false, "You said again", "m2"),
        ]);
        page.Entries[0].Id.ShouldBe("m1");
        page.Entries[0].Echo!.Value.GetRawText().ShouldBe("""{"clientId":7}""");
        page.Entries.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
        page.Entries.ShouldAllBe(entry => entry.At == runtime.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_feed_whose_beginning_was_deleted_begins_with_what_is_left()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        for (var i = 0; i < 600; i++)
        {
            await runtime.SayAsync(channel, $"old {i}");
        }

        runtime.Clock.Jump(TimeSpan.FromDays(10));
        await runtime.SayAsync(channel, "young");
        var before = runtime.Clock.GetUtcNow().AddDays(-1);
        while (!(await runtime.Get<IRetentionStore>().PruneAsync(new(before, before), 100, TestContext.Current.CancellationToken)).IsDone)
        {
        }

        var page = await ReadAsync(runtime, 0, 100);

        page!.Watermark.ShouldBe(601);
        page.Entries.Select(entry => PlainText.Render(entry.Parts)).ShouldBe(["young", "You said young"]);
        (await ReadAsync(runtime, 601, 100))!.ShouldSatisfyAllConditions(
            next => next.Entries.ShouldBeEmpty(), next => next.Watermark.ShouldBe(601));
    }

    [Fact]
    public async Task Pages_follow_one_another_and_no_turn_is_split()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => ScriptedEngine.Say(state, "a", "b");
        for (var i = 0; i < 40; i++)
        {
            await runtime.SayAsync(channel, $"{i}");
        }

        var texts = new List<string>();
        var watermark = 0L;
        for (var page = await ReadAsync(runtime, 0, 4); page!.Entries.Count > 0; page = await ReadAsync(runtime, watermark, 4))
        {
            page.Entries.Count.ShouldBe(6, "two turns of three");
            texts.AddRange(page.Entries.Select(entry => PlainText.Render(entry.Parts)));
            watermark = page.Watermark;
        }

        texts.ShouldBe(Enumerable.Range(0, 40).SelectMany(number => new[] { $"{number}", "a", "b" }));
        watermark.ShouldBe(40);
    }

    [Fact]
    public async Task Turns_without_words_are_passed_over()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is InboundReceived { Inbound: ConversationStarted }
            ? ScriptedEngine.Do(state)
            : ScriptedEngine.Say(state, "hi");
        for (var i = 0; i < 30; i++)
        {
            await runtime.Turns.AcceptAsync(
                channel.Instance,
                new ConversationStarted { ConversationId = "c1", Keys = [$"s{i}"] },
                TestContext.Current.CancellationToken);
        }

        await runtime.SayAsync(channel, "hello");
        var page = await ReadAsync(runtime, 0, 1);

        page!.Entries.Count.ShouldBe(2);
        page.Watermark.ShouldBe(31);
    }

    [Fact]
    public async Task A_reply_that_comes_later_still_names_the_message_that_caused_it()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is ActionEnded
            ? ScriptedEngine.Say(state with { Waiting = null }, "done")
            : ScriptedEngine.Await(state, ScriptedEngine.Action("pause"));

        await runtime.SayAsync(channel, "hello", "m1");
        await runtime.Store.Commits.NextAsync(one => one.Commit.Event is ActionEnded);
        var page = await ReadAsync(runtime, 1, 10);

        page!.Entries.ShouldHaveSingleItem().ReplyTo.ShouldBe("m1");
    }

    [Fact]
    public async Task A_feed_is_read_from_its_end_page_by_page_and_nothing_comes_twice()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        for (var i = 0; i < 50; i++)
        {
            await runtime.SayAsync(channel, $"line {i}");
        }

        var feed = runtime.Get<Func<string, IConversationFeed>>()("web");
        var last = (await feed.ReadLastAsync("c1", before: null, 20, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        PlainText.Render(last.Entries[^1].Parts).ShouldBe("You said line 49");
        last.Entries.Count.ShouldBeInRange(20, 60);
        (await ReadAsync(runtime, last.Start, 100))!.Entries.Select(entry => entry.Id).ShouldBe(last.Entries.Select(entry => entry.Id), "where it starts the usual way goes on");

        var all = last.Entries.ToList();
        for (var start = last.Start; start > 0;)
        {
            var page = (await feed.ReadLastAsync("c1", start, 20, TestContext.Current.CancellationToken))!;
            all.InsertRange(0, page.Entries);
            start = page.Start;
        }

        all.Select(entry => entry.Id).ShouldBe((await ReadAsync(runtime, 0, 1_000))!.Entries.Select(entry => entry.Id));
        (await feed.ReadLastAsync("other", before: null, 20, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_has_no_feed()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        await runtime.SayAsync(channel, "hello");

        var feed = runtime.Get<Func<string, IConversationFeed>>()("other");

        (await feed.ReadAsync("c1", 0, 10, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static async Task<FeedPage?> ReadAsync(TestRuntime runtime, long after, int limit) =>
        await runtime.Get<Func<string, IConversationFeed>>()("web").ReadAsync("c1", after, limit, TestContext.Current.CancellationToken);
}
