using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime.Offload;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Tests.Support;
using Spark.Tests;
using Spark.Webhooks;

namespace Spark.Runtime.Tests.Telemetry;

[Collection(Alone.Name)]
public sealed class EndedEffectsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<string> counted = new();

    public EndedEffectsTests()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == SparkTelemetry.Name && instrument.Name is "spark.sends" or "spark.effects.ended")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => counted.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))} {value}"));
        listener.Start();
    }

    public void Dispose()
    {
        listener.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_reply_in_the_answer_to_a_request_counts_once_however_often_it_is_given()
    {
        var channel = new CollectingChannel("desk", ReplyPath.Answer);
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, _) => ScriptedEngine.Say(state, "one", "two");
        for (var delivery = 0; delivery < 3; delivery++)
        {
            var accepted = await runtime.SayAsync(channel, "hello", "m1");
            (await runtime.Desk.AnswerAsync(channel, runtime.Request(), accepted, TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken)).ShouldNotBeNull();
        }

        counted.ShouldBe(["spark.sends desk Answered 1", "spark.sends desk Answered 1"]);
    }

    [Fact]
    public async Task A_farewell_in_an_answer_counts_when_its_event_has_ended_it()
    {
        var channel = new CollectingChannel("desk", ReplyPath.Answer);
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => happened is HandoverEnded
            ? ScriptedEngine.Do(state with { Owner = Owner.Provider, OwnerEpoch = state.OwnerEpoch + 1, Waiting = null })
            : ScriptedEngine.Await(state with { Owner = Owner.Queued }, isHandover: true, ScriptedEngine.Handover("bye"));

        var accepted = await runtime.SayAsync(channel, "human");
        await runtime.Desk.AnswerAsync(channel, runtime.Request(), accepted, TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);
        await Condition.HoldsAsync(() => !counted.IsEmpty);
        await runtime.StopAsync();

        counted.ShouldBe(["spark.sends desk Answered 1"]);
    }

    [Fact]
    public async Task Actions_offloads_and_words_to_desks_count_by_how_they_end()
    {
        var channel = new CollectingChannel("web", ReplyPath.Call);
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        runtime.Engine.OnRun = (_, state, happened) => ScriptedEngine.TextOf(happened) switch
        {
            "act" => ScriptedEngine.Await(state, ScriptedEngine.Action("pause")),
            "human" => ScriptedEngine.Await(
                state, new OpenOffload { Connection = "queue", Fields = Value.Object([]), Variables = Value.Object([]), Language = "en" }),
            "tell" => ScriptedEngine.Do(state, new TellDesk { Connection = "relay", ExternalId = "d1", Word = DeskWord.Left, Language = "en" }),
            _ => ScriptedEngine.Do(state with { Waiting = null }),
        };
        runtime.Directory.OnAction = (_, _, _) => Task.FromResult(ActionResult.Failed<Value>("no"));
        runtime.Directory.OnOffload = (_, _) => Task.FromResult(OffloadDecision.Of(OffloadResult.Unknown));
        runtime.Directory.Desks["relay"] = new RefusingDesk();

        foreach (var text in new[] { "act", "human", "tell" })
        {
            await runtime.SayAsync(channel, text, conversation: text);
        }

        await Condition.HoldsAsync(() => counted.Count >= 3);
        await runtime.StopAsync();
        counted.Order(StringComparer.Ordinal).ShouldBe(
            ["spark.effects.ended action Failed 1", "spark.effects.ended desk Failed 1", "spark.effects.ended offload Unknown 1"]);
        runtime.Query("SELECT status FROM outbox ORDER BY status").ShouldBe(["11", "11", "12"]);
    }

    private sealed class RefusingDesk : IRunningDesk
    {
        public ValueTask<Delivery> SendAsync(DeskMessage message, CancellationToken cancellationToken) => new(Delivery.Refused("no"));

        public ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<DeskStatus> GetStatusAsync(string externalId, CancellationToken cancellationToken) => new(DeskStatus.Unknown);
    }
}
