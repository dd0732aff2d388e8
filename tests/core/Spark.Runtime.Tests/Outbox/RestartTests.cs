using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Offload;
using Spark.Runtime.Outbox;
using Spark.Runtime.Tests.Support;
using Spark.Webhooks;

namespace Spark.Runtime.Tests.Outbox;

/// <summary>A crash is a runtime that is left behind with its calls hanging, and another one on the same file.</summary>
public sealed class RestartTests(OnePostgres postgres) : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel before = new("web", ReplyPath.Call);
    private readonly CollectingChannel after = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_reply_that_was_committed_and_not_sent_goes_out_after_a_crash()
    {
        // The plugin never gets to run: as if the process had died between the commit and the call.
        await using var crashed = await TestRuntime.StartAsync(folder);
        before.Block();
        crashed.Directory.Channels["web"] = before;
        crashed.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");
        await crashed.SayAsync(before, "hello");
        await before.Sent.NextAsync();
        await crashed.CrashAsync();

        await using var restarted = await TestRuntime.StartAsync(folder, after);
        await restarted.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Index == 1);

        after.SentTexts.ShouldBe(["one", "two"]);
        after.Sent.All.Select(message => (message.Attempt, message.MayHaveArrived)).ShouldBe([(2, true), (1, false)]);
        after.Sent.All[0].EffectId.ShouldBe(before.Sent.All[0].EffectId);
        restarted.Query("SELECT status FROM outbox").ShouldBe(["10", "10"]);
    }

    [Fact]
    public async Task A_message_that_waits_for_its_retry_is_found_again()
    {
        var clock = new AnnouncingClock();
        before.Deliver(Delivery.NotSent("down"));
        await using (var first = await TestRuntime.StartAsync(folder, clock, new(), before))
        {
            await first.SayAsync(before, "hello");
            await first.Outbox.PutBack.NextAsync();
        }

        await using var second = await TestRuntime.StartAsync(folder, clock, new(), after);
        await clock.Timers.NextAsync(due => due > TimeSpan.FromMilliseconds(900) && due < TimeSpan.FromMilliseconds(1300));
        after.Sent.All.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(2));
        await second.Outbox.Ended.NextAsync();

        after.Sent.All.ShouldHaveSingleItem().Attempt.ShouldBe(2);
        after.Sent.All[0].MayHaveArrived.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_older_leaves_first_when_new_turns_come_during_the_start()
    {
        before.Block();
        await using var crashed = await TestRuntime.StartAsync(folder, before);
        await crashed.SayAsync(before, "old");
        await before.Sent.NextAsync();
        await crashed.CrashAsync();

        // Committed while the second node may not have taken over anything yet: then its lane looks ahead.
        await using var restarted = await TestRuntime.StartAsync(folder, after);
        await restarted.SayAsync(after, "new");
        await restarted.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Sequence == 2);

        after.SentTexts.ShouldBe(["You said old", "You said new"]);
    }

    [Fact]
    public async Task Many_open_effects_are_taken_up_page_by_page_each_once()
    {
        before.Block();
        const int Conversations = 700;
        await using var crashed = await TestRuntime.StartAsync(folder, before);
        await Task.WhenAll(Enumerable.Range(0, Conversations).Select(number => crashed.SayAsync(before, "hello", conversation: $"c{number}")));
        await crashed.CrashAsync();

        await using var restarted = await TestRuntime.StartAsync(folder, after);
        for (var i = 0; i < Conversations; i++)
        {
            await restarted.Outbox.Ended.NextAsync();
        }

        after.Sent.All.Select(message => message.EffectId).Distinct(StringComparer.Ordinal).Count().ShouldBe(Conversations);
        after.Sent.All.Count.ShouldBe(Conversations);
    }

    [Fact]
    public async Task An_action_is_run_again_under_the_same_id_and_its_result_comes_once()
    {
        static TurnResult Script(ConversationState state, ConversationEvent happened) => happened is ActionEnded
            ? ScriptedEngine.Say(state with { Waiting = null }, "done")
            : ScriptedEngine.Await(state, ScriptedEngine.Action("pause"));
        await using var crashed = await TestRuntime.StartAsync(folder, before);
        crashed.Engine.OnRun = (_, state, happened) => Script(state, happened);
        crashed.Directory.OnAction = async (_, _, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return null!;
        };
        await crashed.SayAsync(before, "hello");
        var first = await crashed.Directory.Actions.NextAsync();
        await crashed.CrashAsync();

        var engine = new ScriptedEngine { OnRun = (_, state, happened) => Script(state, happened) };
        await using var restarted = await TestRuntime.StartAsync(folder, new(), engine, after);
        var second = await restarted.Directory.Actions.NextAsync();
        await restarted.Outbox.Ended.NextAsync();

        second.Context.EffectId.ShouldBe(first.Context.EffectId);
        second.Context.Attempt.ShouldBe(2);
        restarted.Query("SELECT count(*) FROM events").ShouldBe(["2"]);
        restarted.Query("SELECT status FROM outbox ORDER BY sequence").ShouldBe(["10", "10"]);
    }

    [Fact]
    public async Task A_stop_lets_calls_under_way_end()
    {
        var release = new TaskCompletionSource<Delivery>();
        before.OnSend = (_, _) => release.Task;
        await using var runtime = await TestRuntime.StartAsync(folder, before);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");
        await runtime.SayAsync(before, "hello");
        await before.Sent.NextAsync();

        var stopping = runtime.StopAsync(TimeSpan.FromSeconds(20));
        await runtime.Clock.Timers.NextAsync(due => due == new OutboxOptions().ShutdownLimit);
        release.SetResult(Delivery.Delivered);
        await stopping;

        runtime.Query("SELECT status FROM outbox ORDER BY position").ShouldBe(["10", "1"]);
        before.SentTexts.ShouldBe(["one"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_lets_it_be_written_that_a_call_under_way_was_not_taken(bool onPostgres)
    {
        var database = onPostgres ? await postgres.CreateDatabaseAsync() : null;
        var clock = new AnnouncingClock();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        var release = new TaskCompletionSource<Delivery>();
        before.OnSend = (_, _) => release.Task;
        await using (var stopped = await TestRuntime.StartAsync(folder, database, clock, new(), settings, before))
        {
            await stopped.SayAsync(before, "hello");
            await before.Sent.NextAsync();
            var stopping = stopped.StopAsync(TimeSpan.FromMinutes(1));
            await clock.Timers.NextAsync(due => due == new OutboxOptions().ShutdownLimit);
            release.SetResult(Delivery.NotSent("busy"));
            await stopping;
        }

        // It is known to be with nobody: it waits for its retry, and is not sent as one that may have arrived.
        await using var restarted = await TestRuntime.StartAsync(folder, database, clock, new(), settings, after);
        await clock.Timers.NextAsync(due => due > TimeSpan.FromMilliseconds(900) && due < TimeSpan.FromMilliseconds(1300));
        clock.Advance(TimeSpan.FromSeconds(2));
        await restarted.Outbox.Ended.NextAsync();

        after.Sent.All.ShouldHaveSingleItem().Attempt.ShouldBe(2);
        after.Sent.All[0].MayHaveArrived.ShouldBeFalse();
    }

    [Fact]
    public async Task A_stop_lets_it_be_written_that_a_desk_has_not_taken_a_word()
    {
        var database = await postgres.CreateDatabaseAsync();
        var clock = new AnnouncingClock();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        var engine = new ScriptedEngine
        {
            OnRun = (_, state, _) => ScriptedEngine.Do(state, new TellDesk { Connection = "relay", ExternalId = "d1", Word = DeskWord.Left, Language = "en" }),
        };
        var (busy, well) = (new HeldDesk(), new HeldDesk());
        await using (var stopped = await TestRuntime.StartAsync(folder, database, clock, engine, settings, before))
        {
            stopped.Directory.Desks["relay"] = busy;
            await stopped.SayAsync(before, "tell");
            await busy.Told.NextAsync();
            var stopping = stopped.StopAsync(TimeSpan.FromMinutes(1));
            await clock.Timers.NextAsync(due => due == new OutboxOptions().ShutdownLimit);
            busy.Answer.SetResult(Delivery.NotSent("busy"));
            await stopping;
        }

        await using var restarted = await TestRuntime.StartAsync(folder, database, clock, engine, settings, after);
        restarted.Directory.Desks["relay"] = well;
        await clock.Timers.NextAsync(due => due > TimeSpan.FromMilliseconds(900) && due < TimeSpan.FromMilliseconds(1300));
        well.Answer.SetResult(Delivery.Delivered);
        clock.Advance(TimeSpan.FromSeconds(2));
        await restarted.Outbox.Ended.NextAsync();

        well.Told.All.Select(message => (message.Attempt, message.MayHaveArrived)).ShouldBe([(2, false)]);
    }

    private sealed class HeldDesk : IRunningDesk
    {
        public Announcements<DeskMessage> Told { get; } = new();

        public TaskCompletionSource<Delivery> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<Delivery> SendAsync(DeskMessage message, CancellationToken cancellationToken)
        {
            Told.Add(message);
            return await Answer.Task.WaitAsync(cancellationToken);
        }

        public ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<DeskStatus> GetStatusAsync(string externalId, CancellationToken cancellationToken) => new(DeskStatus.Unknown);
    }
}
