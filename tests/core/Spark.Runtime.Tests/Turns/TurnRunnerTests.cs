using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Turns;

public sealed class TurnRunnerTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_is_stored_answered_and_delivered()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);

        var accepted = await runtime.SayAsync(channel, "hello");

        accepted.ShouldBe(new Accepted(ConversationKey.Of("web", "c1"), 1, IsDuplicate: false));
        var sent = await channel.Sent.NextAsync();
        sent.ConversationId.ShouldBe("c1");
        sent.Attempt.ShouldBe(1);
        sent.MayHaveArrived.ShouldBeFalse();
        var ended = await runtime.Outbox.Ended.NextAsync();
        ended.Address.Id.ShouldBe(sent.EffectId);
        ended.Status.ShouldBe(OutboxStatus.Delivered);
        channel.SentTexts.ShouldBe(["You said hello"]);
        runtime.Query("SELECT sequence, cause FROM events").ShouldBe(["1 1"]);
        runtime.Query("SELECT status, attempts FROM outbox").ShouldBe(["10 1"]);
    }

    [Fact]
    public async Task Five_deliveries_at_once_are_one_turn()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => runtime.SayAsync(channel, "hello", "m1")));

        accepted.ShouldAllBe(one => one.Sequence == 1);
        accepted.Count(one => !one.IsDuplicate).ShouldBe(1);
        runtime.Query("SELECT count(*) FROM events").ShouldBe(["1"]);
    }

    [Fact]
    public async Task Any_key_of_an_event_makes_it_a_duplicate()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        await runtime.Turns.AcceptAsync(
            channel.Instance, TestRuntime.Message("hello") with { Keys = ["a", "b"] }, TestContext.Current.CancellationToken);

        var again = await runtime.Turns.AcceptAsync(
            channel.Instance, TestRuntime.Message("hello") with { Keys = ["c", "b"] }, TestContext.Current.CancellationToken);

        again.IsDuplicate.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_key_in_another_conversation_is_no_duplicate()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        await runtime.SayAsync(channel, "hello", "m1");

        var other = await runtime.SayAsync(channel, "hello", "m1", "c2");

        other.IsDuplicate.ShouldBeFalse();
    }

    [Fact]
    public async Task A_duplicate_is_known_after_a_restart()
    {
        await using (var first = await TestRuntime.StartAsync(folder, channel))
        {
            await first.SayAsync(channel, "hello", "m1");
            await first.Outbox.Ended.NextAsync();
        }

        await using var second = await TestRuntime.StartAsync(folder, channel);
        var again = await second.SayAsync(channel, "hello", "m1");

        again.ShouldBe(new Accepted(ConversationKey.Of("web", "c1"), 1, IsDuplicate: true));
        second.Engine.Runs.All.ShouldBeEmpty();
        channel.Sent.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Events_of_a_conversation_keep_their_order_under_load()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        var texts = Enumerable.Range(1, 50).Select(number => $"{number}").ToList();
        var conversations = new[] { "c1", "c2", "c3" };

        // Entered in order by one caller, without waiting for the one before.
        await Task.WhenAll(texts.SelectMany(text => conversations.Select(one => runtime.SayAsync(channel, text, text, one))));

        foreach (var conversation in conversations)
        {
            var heard = runtime.Engine.Runs.All.OfType<InboundReceived>()
                .Where(run => run.Inbound.ConversationId == conversation)
                .Select(run => ScriptedEngine.TextOf(run)!);
            heard.ShouldBe(texts);
        }
    }

    [Fact]
    public async Task Two_runners_on_one_file_lose_no_race_for_good()
    {
        await using var one = await TestRuntime.StartAsync(folder, channel);
        var other = one.AnotherRunner();

        var accepted = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => (number % 2 == 0 ? one.Turns : other).AcceptAsync(
            channel.Instance, TestRuntime.Message($"{number}"), TestContext.Current.CancellationToken)));

        accepted.Select(turn => turn.Sequence).Order().ShouldBe(Enumerable.Range(1, 12).Select(number => (long)number));
        one.Query("SELECT count(*), max(sequence) FROM events").ShouldBe(["12 12"]);
        one.Query("SELECT sequence FROM conversations").ShouldBe(["12"]);
    }

    [Fact]
    public async Task A_conversation_that_goes_to_and_fro_is_soon_read_before_its_turns_and_not_run_in_vain()
    {
        await using var one = await TestRuntime.StartAsync(folder, channel);
        TurnRunner[] nodes = [one.Turns, one.AnotherRunner()];

        for (var number = 0; number < 200; number++)
        {
            await nodes[number % 2].AcceptAsync(channel.Instance, TestRuntime.Message($"{number}"), TestContext.Current.CancellationToken);
        }

        one.Store.Commits.All.Count(commit => commit.Outcome.Status == CommitStatus.Committed).ShouldBe(200);
        one.Store.Commits.All.Count(commit => commit.Outcome.Status != CommitStatus.Committed).ShouldBeInRange(2, 60);
    }

    [Fact]
    public async Task A_turn_that_lost_the_race_runs_again_on_the_newer_state()
    {
        await using var one = await TestRuntime.StartAsync(folder, channel);
        var other = one.AnotherRunner();
        await one.SayAsync(channel, "first");
        var raced = false;
        one.Store.BeforeCommit = async _ =>
        {
            if (!raced)
            {
                raced = true;
                await other.AcceptAsync(channel.Instance, TestRuntime.Message("faster"), TestContext.Current.CancellationToken);
            }
        };

        var accepted = await one.SayAsync(channel, "slower");

        accepted.Sequence.ShouldBe(3);
        var slower = one.Engine.Runs.All.Where(run => ScriptedEngine.TextOf(run) == "slower").ToList();
        slower.Count.ShouldBe(2);
        slower[0].ShouldBe(slower[1], "the event is the same when it runs again: clock and seed too");
    }

    [Fact]
    public async Task A_duplicate_that_wins_the_race_elsewhere_is_found()
    {
        await using var one = await TestRuntime.StartAsync(folder, channel);
        await using var other = await TestRuntime.StartAsync(folder, channel);
        one.Store.BeforeCommit = async _ => await other.SayAsync(channel, "hello", "m1");

        var accepted = await one.SayAsync(channel, "hello", "m1");

        accepted.ShouldBe(new Accepted(ConversationKey.Of("web", "c1"), 1, IsDuplicate: true));
        one.Query("SELECT count(*) FROM outbox").ShouldBe(["1"]);
    }

    [Fact]
    public async Task What_the_store_did_not_take_is_not_accepted()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Store.BeAwayFor(1);

        await Should.ThrowAsync<StoreUnavailableException>(() => runtime.SayAsync(channel, "hello"));
        var again = await runtime.SayAsync(channel, "hello");

        again.IsDuplicate.ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_that_gives_up_does_not_stop_its_turn()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        var reached = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        runtime.Store.BeforeCommit = async _ =>
        {
            reached.SetResult();
            await release.Task;
        };
        using var request = new CancellationTokenSource();

        var accepting = runtime.Turns.AcceptAsync(channel.Instance, TestRuntime.Message("hello"), request.Token);
        await reached.Task;
        await request.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => accepting);
        release.SetResult();
        await runtime.Outbox.Ended.NextAsync();

        channel.SentTexts.ShouldBe(["You said hello"]);
    }

    [Fact]
    public async Task Clock_and_seed_are_part_of_the_event()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);

        await runtime.SayAsync(channel, "one");
        await runtime.SayAsync(channel, "two");

        var runs = runtime.Engine.Runs.All;
        runs.ShouldAllBe(run => run.At == runtime.Clock.GetUtcNow());
        runs[0].Seed.ShouldNotBe(runs[1].Seed);
    }

    [Fact]
    public async Task NUL_and_lone_surrogates_are_replaced_at_the_door()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);

        await runtime.SayAsync(channel, "a\0b\ud800c😀", "m\0", "c\udc00");
        await channel.Sent.NextAsync();

        channel.SentTexts.ShouldBe(["You said a�b�c😀"]);
        runtime.Query("SELECT external_id FROM conversations").ShouldBe(["c�"]);
        runtime.Query("SELECT key FROM seen").ShouldBe(["m�"]);
    }

    [Fact]
    public async Task An_external_id_of_four_thousand_bytes_is_an_id_like_others()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        var conversation = new string('x', 4096);

        await runtime.SayAsync(channel, "hello", conversation: conversation);

        (await channel.Sent.NextAsync()).ConversationId.ShouldBe(conversation);
    }
}
