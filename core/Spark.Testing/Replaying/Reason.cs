using System.Globalization;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;
using Spark.Runtime.Bots;
using Spark.Runtime.Recording;

namespace Spark.Testing.Replaying;

/// <summary>Says why a bot said something: the event, how it was understood, the steps, the variables, and the versions.</summary>
internal static class Reason
{
    private const string Hidden = "•••";

    /// <summary>Tells of one effect.</summary>
    /// <param name="record">The conversation; whole.</param>
    /// <param name="compiler">Compiles its versions.</param>
    /// <param name="seals">Opens what was said in confidence; none of it is told.</param>
    /// <param name="effect">The effect.</param>
    /// <returns>Lines of a name and what it is; empty when the replay gives no such effect.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ConversationRecord record, IBotCompiler compiler, ReplaySeals seals, EffectRef effect)
    {
        var trace = new ReplayTrace();
        var replayed = RecordReplay.Run(record, new RecordedBots(record, compiler), seals, trace);
        if (replayed.Turns.FirstOrDefault(turn => turn.Sequence == effect.Sequence) is not { } turn || effect.Index >= turn.Effects.Count)
        {
            return [];
        }

        var lines = new List<KeyValuePair<string, string>>
        {
            new("reply", Describe(turn.Effects[effect.Index])),
            new("event", Describe(turn)),
        };
        AddIntent(turn, lines);
        AddText(turn.Effects[effect.Index], trace, lines);
        lines.AddRange(trace.StepsOf(turn.Sequence).Select(frame => KeyValuePair.Create("step", Describe(turn.Bot, frame))));
        lines.AddRange(Variables(turn));
        lines.Add(new("bot", turn.Bot is { } bot ? $"{bot.Id} version {bot.Version}" : "none"));
        lines.Add(new("engine", record.Engine));
        lines.AddRange(record.Plugins.Select(plugin => KeyValuePair.Create("plugin now", plugin)));
        return lines;
    }

    private static string Describe(Effect effect) => effect switch
    {
        SendMessage message => Outside.Arrival.Of(message.Parts)?.ToString() ?? "(nothing to be read)",
        InvokeAction action => $"action {action.Action}",
        OpenOffload offload => $"offload to {offload.Connection}",
        TellDesk word => $"word to {word.Connection}: {word.Word}",
        _ => effect.GetType().Name,
    };

    private static string Describe(ReplayedTurn turn)
    {
        var what = turn.Event switch
        {
            InboundReceived { Inbound: MessageReceived message } => $"message: {PlainText.Render(message.Parts)}",
            InboundReceived { Inbound: ConversationForwarded forwarded } => $"forwarded from {forwarded.Source}: {PlainText.Render(forwarded.Parts)}",
            InboundReceived received => received.Inbound.GetType().Name,
            ActionEnded ended => $"action {ended.Effect} ended: {ended.Result}",
            OffloadDecided decided => $"offload {decided.Effect} decided: {decided.Decision.Result}",
            HandoverEnded ended => $"handover {ended.Effect} {(ended.Succeeded ? "succeeded" : "failed")}",
            DeskReassigned reassigned => $"an operator moves it to {reassigned.Connection}",
            DeskReported reported => $"{reported.Connection} reported: {reported.Report.GetType().Name}",
            OperatorStepped { Step: OperatorStep.Takes } stepped => $"{stepped.Name} takes it over in the cockpit",
            OperatorStepped stepped => $"{stepped.Name} ends it in the cockpit",
            TimerDue due => $"timer {due.Name}",
            _ => turn.Event.GetType().Name,
        };
        return string.Create(CultureInfo.InvariantCulture, $"turn {turn.Sequence}, {turn.Event.At:u}, seed {turn.Event.Seed}: {what}");
    }

    private static void AddIntent(ReplayedTurn turn, List<KeyValuePair<string, string>> lines)
    {
        if (turn.Bot is not { } bot || turn.Event is not InboundReceived { Inbound: MessageReceived message })
        {
            return;
        }

        var text = string.Join('\n', message.Parts.OfType<TextPart>().Select(part => part.Text));
        var match = bot.Intents.Match(text, turn.After.Language, turn.Event.At);
        lines.Add(new("intent", match is null
            ? "none matches"
            : string.Create(CultureInfo.InvariantCulture, $"{match.Intent}, score {match.Score:0.###}")));
    }

    private static void AddText(Effect effect, ReplayTrace trace, List<KeyValuePair<string, string>> lines)
    {
        foreach (var part in effect is SendMessage message ? message.Parts.OfType<TextPart>() : [])
        {
            lines.Add(new("text", trace.KeyOf(part.Text) ?? "one of the engine's own"));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Variables(ReplayedTurn turn)
    {
        var locals = turn.After.Stack.SelectMany(frame => frame.Locals);
        foreach (var (name, value) in turn.After.Variables.Concat(locals))
        {
            var isSensitive = ReplaySeals.IsSealed(value) || turn.Bot?.Variables.GetValueOrDefault(name)?.IsSensitive == true;
            yield return new("variable", $"{name} = {(isSensitive ? Hidden : Show(value))}");
        }
    }

    private static string Show(Value value) => value.ToString();

    private static string Describe(Bot? bot, Frame frame)
    {
        var (path, at) = frame.IsAction
            ? bot?.Actions.GetValueOrDefault(frame.Id)?.Deeds.ElementAtOrDefault(frame.Step) is { } deed ? (deed.Path, deed.At) : default
            : bot?.Dialogs.GetValueOrDefault(frame.Id)?.Steps.ElementAtOrDefault(frame.Step) is { } step ? (step.Path, step.At) : default;
        return $"{(frame.IsAction ? "action " : "")}{frame.Id}.{path ?? "?"} ({at})";
    }
}
