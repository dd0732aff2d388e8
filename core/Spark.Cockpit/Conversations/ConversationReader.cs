using System.Globalization;
using Spark.Channels;
using Spark.Cockpit.Outbox;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Offload;
using Spark.Runtime.Feeds;
using Spark.Runtime.Offload;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Conversations;

/// <summary>Puts together what is known of a conversation.</summary>
internal static class ConversationReader
{
    private const int LastEvents = 20;

    /// <summary>A conversation; null when there is none.</summary>
    /// <param name="index">The conversations.</param>
    /// <param name="log">What happened in them.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="texts">True to show what was said: operators see it only when they ask for it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ConversationView?> ReadAsync(
        IConversationIndex index, IConversationLog log, ConversationKey key, bool texts, CancellationToken cancellationToken)
    {
        if (await index.FindAsync(key, cancellationToken) is not { } found)
        {
            return null;
        }

        var last = found.Summary.Sequence;
        var slice = await log.ReadAsync(key, Math.Max(0, last - LastEvents), last, cancellationToken);
        var turns = slice?.Turns ?? [];
        var mask = LinkMask.Of(turns);
        return new()
        {
            Conversation = ConversationLine.Of(found.Summary),
            Person = found.State.Person?.Name ?? found.State.Person?.Id,
            PersonId = found.State.Person?.Id,
            OwnerEpoch = found.State.OwnerEpoch,
            Language = found.State.Language,
            Episodes = found.Episodes,
            WaitsFor = WaitsFor(found.State.Waiting),
            Dialogs = [.. found.State.Stack.Select(frame => string.Create(CultureInfo.InvariantCulture, $"{frame.Id}, step {frame.Step + 1}"))],
            Desk = DeskView.Of(found.State),
            Timers = found.State.Timers,
            WakeAt = found.WakeAt,
            Events = [.. turns.Select(turn => View(turn, texts, mask))],
            Effects =
            [
                .. turns.SelectMany(turn => turn.Effects)
                    .Where(entry => (int)entry.Status < 10 || entry.Status is OutboxStatus.Failed or OutboxStatus.Unknown)
                    .Select(entry => EffectView.Of(new(entry, null, 0))),
            ],
        };
    }

    private static string? WaitsFor(Waiting? waiting) => waiting switch
    {
        null => null,
        WaitingForAnswer answer => string.Create(CultureInfo.InvariantCulture, $"the person's answer to question {answer.Question}"),
        WaitingForApproval approval => string.Create(CultureInfo.InvariantCulture, $"the person's approval, question {approval.Question}"),
        WaitingForEffect { IsHandover: true } effect => $"the message that hands over ({effect.Effect})",
        WaitingForEffect { Retry: { DueAt: not null } retry } =>
            string.Create(CultureInfo.InvariantCulture, $"try {retry.Action.Try} of {retry.Action.Tries} of action '{retry.Action.Action}'"),
        WaitingForEffect effect => $"the result of effect {effect.Effect}",
        _ => waiting.GetType().Name,
    };

    private static EventView View(LoggedTurn turn, bool texts, LinkMask mask)
    {
        var said = texts ? SaidIn(turn.Event) : null;
        var answered = texts
            ? string.Join('\n', turn.Effects.Select(entry => entry.Effect).OfType<SendMessage>().Select(sent => mask.Apply(PlainText.Render(sent.Parts))))
            : null;
        return new(turn.Sequence, turn.Event.At, What(turn.Event), FaultOf(turn.Fault), said, answered is { Length: > 0 } ? answered : null);
    }

    private static string? SaidIn(ConversationEvent happened) => (happened as InboundReceived)?.Inbound switch
    {
        MessageReceived message => PlainText.Render(message.Parts),
        ConversationForwarded forwarded => PlainText.Render(forwarded.Parts),
        _ => null,
    };

    internal static string? FaultOf(EngineFault? fault) => fault switch
    {
        null => null,
        { Where: { } where } => $"{fault.Code} at {where}: {fault.Message}",
        _ => $"{fault.Code}: {fault.Message}",
    };

    // Codes and names only: reasons are for the record of an effect, and texts for who asks for them.
    internal static string What(ConversationEvent happened) => happened switch
    {
        InboundReceived { Inbound: MessageReceived } => "message",
        InboundReceived { Inbound: ConversationForwarded } => "forwarded from elsewhere",
        InboundReceived { Inbound: ConversationStarted } => "conversation started",
        InboundReceived { Inbound: ConversationClosed } => "closed by its desk",
        InboundReceived { Inbound: ConversationLeft } => "the person left",
        InboundReceived { Inbound: ConversationDelegated } => "given to the bot",
        ActionEnded ended => $"action ended ({ended.Effect}): {ended.Result}",
        OffloadDecided decided => $"offload decided ({decided.Effect}): {decided.Decision.Result}",
        HandoverEnded handover => $"handover ({handover.Effect}) {(handover.Succeeded ? "succeeded" : "failed")}",
        TicketChanged changed => $"news of ticket {changed.Ticket.Number}: {changed.Ticket.State ?? "no state"}",
        DeskReported { Connection: DeskHold.Cockpit, Report: DeskClosed closed } => $"{closed.Agent} gives it back to the bot",
        DeskReported { Connection: DeskHold.Cockpit, Report: AgentMessage said } => $"{said.Agent} writes",
        DeskReported reported => $"{reported.Connection}: {reported.Report.GetType().Name}",
        DeskReassigned { Queue: null } reassigned => $"an operator moves it to {reassigned.Connection}",
        DeskReassigned reassigned => $"an operator moves it to {reassigned.Connection}, queue {reassigned.Queue}",
        OperatorStepped { Step: OperatorStep.Takes } stepped => $"{stepped.Name} takes it over",
        OperatorStepped stepped => $"{stepped.Name} ends it",
        TimerDue due => $"timer {due.Name} was due",
        _ => happened.GetType().Name,
    };
}
