using Microsoft.Extensions.Logging.Abstractions;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Escalation;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime.Escalation;
using Spark.Runtime.Offload;
using Spark.Runtime.Outbox;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;
using Spark.Webhooks;

namespace Spark.Runtime.Tests.Offload;

/// <summary>What desks name things, with letters that no store takes.</summary>
public sealed class OddLettersTests(OnePostgres postgres) : IDisposable
{
    private const string Odd = "d\0-\uD800";
    private const string Clean = "d\uFFFD-\uFFFD";

    private static readonly OffloadDecision Accepted = new()
    {
        Result = OffloadResult.Accepted,
        ExternalId = Odd,
        Ticket = new() { Number = Odd, Id = Odd, State = Odd, Url = new("https://desk.example/\0\uD800") },
        Notice = Odd,
        Category = Odd,
        Reason = Odd,
    };

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_desk_that_accepts_is_linked_and_found_back_by_its_own_name(bool onPostgres)
    {
        await using var runtime = await StartAsync(onPostgres);
        runtime.Engine.OnRun = (_, state, happened) => happened is InboundReceived
            ? ScriptedEngine.Await(
                state, new OpenOffload { Connection = "desk", Fields = Value.Object([]), Variables = Value.Object([]), Language = "en" })
            : ScriptedEngine.Do(state with { Waiting = null });
        runtime.Directory.OnOffload = (_, _) => Task.FromResult(Accepted);

        var said = await runtime.SayAsync(channel, "human");
        var decided = (OffloadDecided)(await runtime.Store.Commits.NextAsync(one => one.Commit.Event is OffloadDecided)).Commit.Event;
        var answer = await runtime.Get<DeskIntake>().HandleAsync("desk", new TalkingDesk(), runtime.Request(), Token);

        (decided.Decision.Result, decided.Decision.ExternalId, decided.Decision.Category).ShouldBe((OffloadResult.Accepted, Clean, Clean));
        (await runtime.Get<ILinkStore>().FindAsync("desk", Clean, Token)).ShouldBe(new Link("desk", Clean, "web", "c1"));
        answer.Status.ShouldBe(200);
        var reported = await runtime.Store.Commits.NextAsync(one => one.Commit.Event is DeskReported);
        reported.Commit.Key.ShouldBe(said.Key);
        ((DeskReported)reported.Commit.Event).Report.ExternalId.ShouldBe(Clean);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_ticket_is_noted_with_its_attempt(bool onPostgres)
    {
        await using var runtime = await StartAsync(onPostgres);
        var store = runtime.Get<IEscalationStore>();
        var effect = new EffectAddress(ConversationKey.Of("web", "c1"), new(1, 0));
        var plan = new EscalationPlan { EffectId = effect.Id, CorrelationId = "spark-1" };

        // What is noted asks neither for settings nor for calls.
        var desk = new EscalationDesk(null!, null!, null!, store, runtime.Clock, NullLogger<EscalationDesk>.Instance);
        (await desk.BeginAsync(plan, Token)).ShouldBeTrue();
        await desk.EndAsync(plan, Accepted, Token);

        var ticket = (await store.ListAsync(effect.Conversation, Token)).ShouldHaveSingleItem().Ticket.ShouldNotBeNull();
        (ticket.Number, ticket.Id, ticket.Url).ShouldBe((Clean, Clean, new Uri("https://desk.example/\uFFFD\uFFFD")));
    }

    private async Task<TestRuntime> StartAsync(bool onPostgres) => await TestRuntime.StartAsync(
        folder,
        onPostgres ? await postgres.CreateDatabaseAsync() : null,
        new AnnouncingClock(),
        new ScriptedEngine(),
        new Dictionary<string, string?>(StringComparer.Ordinal),
        channel);

    private sealed class TalkingDesk : IRunningDesk
    {
        public ValueTask<Delivery> SendAsync(DeskMessage message, CancellationToken cancellationToken) => ValueTask.FromResult(Delivery.Delivered);

        public ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) => ValueTask.FromResult(
            DeskReceipt.Accept(WebhookResponse.Empty(200), new AgentJoined { ExternalId = Odd, Keys = [Odd] }));

        public ValueTask<DeskStatus> GetStatusAsync(string externalId, CancellationToken cancellationToken) => ValueTask.FromResult(DeskStatus.Unknown);
    }
}
