using System.Globalization;
using Spark.Channels;
using Spark.Cockpit.Studio.Talking;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;
using Spark.Offload;
using Spark.Runtime.Outbox;
using Spark.Testing.Hosts;
using Spark.Testing.Outside;
using Spark.Testing.Talking;

namespace Spark.Host.Studio.Talking;

/// <summary>Shows a conversation that was tried: each turn with what was before it, what happened, and what is after it.</summary>
/// <param name="bot">The bot.</param>
/// <param name="played">The conversation.</param>
/// <param name="shown">How the channel shows what was said, by the ids of the effects; null for none in particular.</param>
internal sealed class TalkView(Bot bot, PlayedTalk played, IReadOnlyDictionary<string, IReadOnlyList<StudioShown>>? shown)
{
    private static readonly string[] ActionResults = ["ok", "failed", Testing.Suites.StubReply.Timeout];

    private readonly SensitiveValues hidden = new(bot, played.Turns);
    private readonly ILookup<long, Arrival> arrivals = played.Arrivals
        .Where(arrival => EffectAddress.TryParse(arrival.EffectId, out _))
        .ToLookup(arrival => EffectAddress.TryParse(arrival.EffectId, out var address) ? address.Effect.Sequence : 0);

    public StudioTalk Show() => new(
        [],
        [.. played.Turns.Select(Show)],
        played.Waits is { } asked ? Show(asked) : null,
        played.Problems,
        played.Now,
        played.State?.NextDueAt,
        played.State?.Owner.ToString().ToLowerInvariant(),
        [.. Tickets()],
        played.State?.Episode?.Outcome?.ToString());

    private IEnumerable<StudioTicket> Tickets()
    {
        var told = played.Turns.Select(turn => turn.Event).OfType<TicketChanged>().Select(changed => changed.Ticket).ToList();
        return played.Given
            .Select(answer => answer.Reply.Decision?.Ticket)
            .OfType<TicketReference>()
            .DistinctBy(ticket => ticket.Number, StringComparer.Ordinal)
            .Select(ticket => new StudioTicket(ticket.Number, (told.FindLast(news => string.Equals(news.Number, ticket.Number, StringComparison.Ordinal)) ?? ticket).State));
    }

    private StudioTurn Show(TracedTurn turn)
    {
        var (kind, said) = Event(turn.Event);
        var after = turn.Result.State;
        return new(
            turn.Line,
            turn.Event.At,
            kind,
            said,
            FileOf(turn.Event),
            turn.Intents.Count == 0 ? null : Understood(turn.Intents[^1], after),
            [.. turn.Steps.Select(Place)],
            [.. arrivals[after.Sequence].Select(Show)],
            [.. turn.Result.Effects.Select(Show)],
            [.. Variables(turn.Before, after)],
            [.. turn.Before.Stack.Select(Place)],
            [.. after.Stack.Select(Place)],
            turn.Result.Fault is { } fault ? $"{fault.Code} at {fault.Where ?? "the door"}: {fault.Message}" : null);
    }

    private static StudioIntent Understood(string? intent, ConversationState after) =>
        new(intent, intent is not null && string.Equals(after.Intent, intent, StringComparison.Ordinal) ? after.Score : null);

    private static (string Kind, string Said) Event(ConversationEvent happened) => happened switch
    {
        InboundReceived { Inbound: MessageReceived message } => (
            message.ChoiceToken is null ? "message" : "press", PlainText.Render([.. message.Parts.Where(part => part is not FilePart)])),
        InboundReceived { Inbound: ConversationStarted } => ("started", ""),
        InboundReceived { Inbound: ConversationDelegated } => ("returned", ""),
        InboundReceived received => ("other", received.Inbound.GetType().Name),
        TimerDue due => ("timer", due.Name),
        ActionEnded ended => ("action", ended.Result),
        OffloadDecided decided => ("offload", decided.Decision.Result.ToString().ToLowerInvariant()),
        TicketChanged { Ticket: var ticket } => ("ticket", $"{ticket.Number} {ticket.State}".TrimEnd()),
        HandoverEnded ended => ("handover", ended.Succeeded ? "ok" : "failed"),
        _ => ("other", happened.GetType().Name),
    };

    private static StudioFile? FileOf(ConversationEvent happened) =>
        happened is InboundReceived { Inbound: MessageReceived message } && message.Parts.OfType<FilePart>().FirstOrDefault() is { } file ? new(file.Name, file.MediaType) : null;

    private StudioPlace Place(Frame frame)
    {
        var (step, at) = frame.IsAction
            ? bot.Actions.GetValueOrDefault(frame.Id)?.Deeds.ElementAtOrDefault(frame.Step) is { } deed ? (deed.Path, deed.At) : default
            : bot.Dialogs.GetValueOrDefault(frame.Id)?.Steps.ElementAtOrDefault(frame.Step) is { } found ? (found.Path, found.At) : default;
        return new(frame.Id, frame.IsAction, step, at.Line > 0 ? at.File : null, at.Line);
    }

    private StudioReply Show(Arrival arrival) =>
        new(arrival.Text, [.. arrival.Choices.Select(choice => choice.Label)], shown?.GetValueOrDefault(arrival.EffectId));

    private StudioEffect Show(Effect effect) => effect switch
    {
        SendMessage message => new("send", Arrival.Of(message.Parts)?.ToString() ?? "", null),
        InvokeAction action => new("action", action.Action, hidden.In(action.Input)),
        OpenOffload offload => new("offload", offload.Connection, hidden.In(offload.Fields)),
        TellDesk word => new("desk", string.Create(CultureInfo.InvariantCulture, $"{word.Connection}: {word.Word}"), null),
        _ => new("other", effect.GetType().Name, null),
    };

    private StudioWait Show(Asked asked) => new(
        TalkAnswers.NameOf(bot, asked),
        asked.IsOffload,
        asked.IsOffload ? [.. Enum.GetNames<OffloadResult>().Select(name => name.ToLowerInvariant())] : ActionResults,
        asked.IsOffload ? null : hidden.In(asked.Input));

    private IEnumerable<StudioValue> Variables(ConversationState before, ConversationState after)
    {
        var (old, now) = (Values(before), Values(after));
        foreach (var (dialog, name) in old.Keys.Union(now.Keys).Order())
        {
            var (was, becomes) = (old.GetValueOrDefault((dialog, name)), now.GetValueOrDefault((dialog, name)));
            yield return new(name, dialog.Length == 0 ? null : dialog, Show(dialog, name, was), Show(dialog, name, becomes), was != becomes);
        }
    }

    // An inner visit of the same dialog hides the outer one, as it does for expressions.
    private static Dictionary<(string Dialog, string Name), Value> Values(ConversationState state)
    {
        var values = state.Variables.ToDictionary(pair => ("", pair.Key), pair => pair.Value);
        foreach (var frame in state.Stack)
        {
            foreach (var (name, value) in frame.Locals)
            {
                values[(frame.Id, name)] = value;
            }
        }

        return values;
    }

    private string? Show(string dialog, string name, Value value) =>
        value.IsUndefined ? null : hidden.IsSensitive(dialog, name) ? SensitiveValues.Dots : hidden.In(value);
}
