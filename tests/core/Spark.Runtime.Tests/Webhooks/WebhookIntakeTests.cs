using Spark.Channels;
using Spark.Runtime.Tests.Support;
using Spark.Webhooks;

namespace Spark.Runtime.Tests.Webhooks;

public sealed class WebhookIntakeTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_event_is_stored_before_the_answer()
    {
        var channel = Receiving(ReplyPath.Call, TestRuntime.Message("one"), TestRuntime.Message("two"));
        await using var runtime = await TestRuntime.StartAsync(folder, channel);

        var response = await HandleAsync(runtime, channel);

        response.Status.ShouldBe(202);
        runtime.Query("SELECT count(*) FROM events").ShouldBe(["2"]);
    }

    [Fact]
    public async Task A_refusal_stores_nothing()
    {
        var channel = new CollectingChannel("web", ReplyPath.Call) { OnReceive = _ => WebhookReceipt.Only(WebhookResponse.Empty(401)) };
        await using var runtime = await TestRuntime.StartAsync(folder, channel);

        (await HandleAsync(runtime, channel)).Status.ShouldBe(401);

        runtime.Query("SELECT count(*) FROM conversations").ShouldBe(["0"]);
    }

    [Fact]
    public async Task The_bots_reply_is_the_answer_where_the_channel_answers_in_the_response()
    {
        var channel = Receiving(ReplyPath.Answer, TestRuntime.Message("hello"));
        await using var runtime = await TestRuntime.StartAsync(folder, channel);

        var first = await HandleAsync(runtime, channel);
        var repeated = await HandleAsync(runtime, channel);

        CollectingChannel.TextOf(first).ShouldBe("You said hello");
        CollectingChannel.TextOf(repeated).ShouldBe("You said hello");
    }

    [Fact]
    public async Task A_bot_with_nothing_to_say_gives_the_receipts_answer()
    {
        var channel = Receiving(ReplyPath.Answer, TestRuntime.Message("hello"));
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Do(state);

        (await HandleAsync(runtime, channel)).Status.ShouldBe(202);
    }

    [Fact]
    public async Task A_request_is_held_while_the_store_is_away_for_a_moment()
    {
        var channel = Receiving(ReplyPath.Call, TestRuntime.Message("hello"));
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Store.BeAwayFor(2);

        var handling = HandleAsync(runtime, channel);
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(50));
        runtime.Clock.Advance(TimeSpan.FromMilliseconds(50));
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(100));
        runtime.Clock.Advance(TimeSpan.FromMilliseconds(100));

        (await handling).Status.ShouldBe(202);
        runtime.Query("SELECT count(*) FROM events").ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_request_is_refused_with_503_when_its_time_is_over()
    {
        var channel = Receiving(ReplyPath.Call, TestRuntime.Message("hello"));
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Store.BeAwayFor(int.MaxValue);

        var handling = HandleAsync(runtime, channel);
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(50));
        runtime.Clock.Advance(channel.Instance.Capabilities.AnswerWithin);
        var response = await handling;

        response.Status.ShouldBe(503);
        response.Headers["retry-after"].ShouldBe("1");
        runtime.Query("SELECT count(*) FROM events").ShouldBe(["0"]);
    }

    [Fact]
    public async Task A_conversation_that_floods_is_held_while_others_are_served()
    {
        var channel = Receiving(ReplyPath.Call);
        var few = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Turns:MostASecond"] = "1", ["Turns:MostAtOnce"] = "3" };
        await using var runtime = await TestRuntime.StartAsync(folder, new(), new(), few, channel);
        for (var i = 0; i < 3; i++)
        {
            (await SayAsync(runtime, channel, "loud", i)).Status.ShouldBe(202);
        }

        // Held until it may.
        var held = SayAsync(runtime, channel, "loud", 3);
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(50));
        (await SayAsync(runtime, channel, "quiet", 0)).Status.ShouldBe(202);
        held.IsCompleted.ShouldBeFalse();
        for (var waits = TimeSpan.FromMilliseconds(50); !held.IsCompleted; waits *= 2)
        {
            var next = waits * 2;
            runtime.Clock.Advance(waits);
            await Task.WhenAny(held, runtime.Clock.Timers.NextAsync(due => due == next));
        }

        (await held).Status.ShouldBe(202);

        runtime.Query("SELECT external_id, sequence FROM conversations ORDER BY external_id").ShouldBe(["loud 4", "quiet 1"]);
    }

    [Fact]
    public async Task Who_floods_is_held_in_all_their_conversations_and_nobody_else_in_any_of_them()
    {
        var channel = Receiving(ReplyPath.Call);
        var few = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Turns:MostASecond"] = "1", ["Turns:MostAtOnce"] = "3" };
        await using var runtime = await TestRuntime.StartAsync(folder, new(), new(), few, channel);
        for (var i = 0; i < 3; i++)
        {
            (await SayAsync(runtime, channel, "group", i, "ada")).Status.ShouldBe(202);
        }

        var elsewhere = SayAsync(runtime, channel, "alone", 0, "ada");
        await runtime.Clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(50));
        (await SayAsync(runtime, channel, "group", 3, "ben")).Status.ShouldBe(202);

        elsewhere.IsCompleted.ShouldBeFalse();
        runtime.Query("SELECT external_id, sequence FROM conversations ORDER BY external_id").ShouldBe(["group 4"]);
    }

    private static Task<WebhookResponse> SayAsync(TestRuntime runtime, CollectingChannel channel, string conversation, int number, string? person = null)
    {
        var message = TestRuntime.Message("hello", $"{conversation}-{number}", conversation) with { Person = person is null ? null : new() { Id = person } };
        channel.OnReceive = _ => WebhookReceipt.Accept(WebhookResponse.Empty(202), message);
        return HandleAsync(runtime, channel);
    }

    private static CollectingChannel Receiving(ReplyPath path, params IReadOnlyList<InboundEvent> events) => new("web", path)
    {
        OnReceive = _ => WebhookReceipt.Accept(WebhookResponse.Empty(202), events),
    };

    private static Task<WebhookResponse> HandleAsync(TestRuntime runtime, CollectingChannel channel) =>
        runtime.Webhooks.HandleAsync(channel, runtime.Request(), TestContext.Current.CancellationToken);
}
