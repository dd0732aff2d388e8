using System.Globalization;
using Spark.Channels;
using Spark.Cockpit.Studio;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Expressions;
using Spark.Messages;
using Spark.Offload;

namespace Spark.Host.Studio;

/// <summary>
/// A conversation that a designer tries: played from its beginning each time, which needs no state between two requests. The same script
/// gives the same conversation, and nothing outside is touched: the designer says how actions and offloads end.
/// </summary>
internal sealed class StudioConversation(Bot bot, DateTimeOffset now)
{
    private const string Channel = "cockpit";
    private const string Hidden = "•••";
    private const int MostTurns = 1_000;

    private readonly List<StudioTurn> turns = [];
    private readonly Queue<ConversationEvent> waiting = new();
    private ConversationState state = new();
    private (Effect Effect, EffectRef Name)? open;
    private ulong seed;

    public StudioTalk Play(StudioScript script)
    {
        var person = new Person { Id = Channel, Language = script.Language };
        Take(Received(new ConversationStarted { ConversationId = Channel, Keys = ["started"], Person = person, BotSpeaksFirst = true }), said: null);
        foreach (var (index, line) in script.Lines.Index())
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"line-{index}");
            if (line.Text is { } text)
            {
                Take(Received(new MessageReceived { ConversationId = Channel, Keys = [key], MessageId = key, Parts = [new TextPart(text)] }), text);
            }
            else if (line.Result is { } result && End(result, line.Output) is { } ended)
            {
                Take(ended, said: null);
            }
        }

        return new([], turns, WaitsFor(), Variables(), [.. state.Stack.Select(frame => frame.Id)], state.Episode?.Outcome?.ToString());
    }

    private void Take(ConversationEvent happened, string? said)
    {
        waiting.Enqueue(happened);
        while (waiting.TryDequeue(out var next) && turns.Count < MostTurns)
        {
            var before = state;
            var result = DialogEngine.Run(bot, state, next);
            state = result.State;
            var intent = said is not null && bot.Intents.Match(said, before.Language, now) is { } match
                ? string.Create(CultureInfo.InvariantCulture, $"{match.Intent} ({match.Score:0.00})")
                : null;
            var replies = new List<StudioReply>();
            var deeds = new List<string>();
            for (var index = 0; index < result.Effects.Count; index++)
            {
                Note(result.Effects[index], new(state.Sequence, index), replies, deeds);
            }

            turns.Add(new(said, intent, replies, deeds, result.Fault is { } fault ? $"{fault.Code} at {fault.Where ?? "the door"}: {fault.Message}" : null));
            said = null;
        }
    }

    private void Note(Effect effect, EffectRef name, List<StudioReply> replies, List<string> deeds)
    {
        switch (effect)
        {
            case SendMessage message:
                replies.Add(new(
                    PlainText.Render([.. message.Parts.Where(part => part is not ChoicesPart)]),
                    [.. message.Parts.OfType<ChoicesPart>().SelectMany(part => part.Choices).Select(choice => choice.Label)]));
                if (message.Completion is not null)
                {
                    deeds.Add("hands over");
                    waiting.Enqueue(new HandoverEnded { At = now, Seed = seed++, Effect = name, Succeeded = true });
                }

                return;
            case InvokeAction action:
                deeds.Add($"runs {action.Action}");
                open = (action, name);
                return;
            case OpenOffload offload:
                deeds.Add($"hands over to {offload.Connection}");
                open = (offload, name);
                return;
        }
    }

    private ConversationEvent? End(string result, string? output)
    {
        var ended = open;
        open = null;
        return ended switch
        {
            (InvokeAction, var name) => new ActionEnded { At = now, Seed = seed++, Effect = name, Result = result, IsFinal = true, Output = Json(output) },
            (OpenOffload, var name) when Enum.TryParse<OffloadResult>(result, ignoreCase: true, out var decision) =>
                new OffloadDecided { At = now, Seed = seed++, Effect = name, Decision = Decided(decision) },
            _ => null,
        };
    }

    // A desk that relays is known by a name: without one it could not be spoken to.
    private static OffloadDecision Decided(OffloadResult result) =>
        OffloadDecision.Of(result) with { ExternalId = result == OffloadResult.Accepted ? "talk" : null };

    private static Value Json(string? text) => string.IsNullOrWhiteSpace(text) ? Value.Undefined : Value.Parse(text);

    private InboundReceived Received(InboundEvent inbound) =>
        new() { At = now, Seed = seed++, Channel = Channel, ChannelInstance = Channel, Inbound = inbound };

    private StudioWait? WaitsFor() => state.IsAtRest ? null : open switch
    {
        (InvokeAction action, _) => new(action.Action, IsOffload: false, ["ok", "failed", "timeout"]),
        (OpenOffload offload, _) => new(offload.Connection, IsOffload: true, [.. Enum.GetNames<OffloadResult>().Select(name => name.ToLowerInvariant())]),
        _ => null,
    };

    private Dictionary<string, string> Variables() => state.Variables.ToDictionary(
        pair => pair.Key,
        pair => bot.Variables.GetValueOrDefault(pair.Key)?.IsSensitive == true ? Hidden : pair.Value.ToString(),
        StringComparer.Ordinal);
}
