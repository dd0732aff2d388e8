using Spark.Engine.Conversations;
using Spark.Understanding.Intents;
using Spark.Understanding.Values;

namespace Spark.Engine.Turns;

/// <summary>What a text means: an example of the bot first, then what the provider said that was asked before the turn, then the bot's own classifier.</summary>
internal static class Provided
{
    /// <summary>The intent of a text; null when there is none.</summary>
    public static IntentMatch? Match(Turn turn, string text)
    {
        var own = turn.Bot.Intents.Match(text, turn.State.Language, PersonClock.Now(turn));
        if (own is { Score: 1 } || turn.Understood is not { Failure: null } said)
        {
            return own;
        }

        if (said.Intent is not { } intent)
        {
            return null;
        }

        if (!turn.Bot.Triggers.ContainsKey(intent))
        {
            // It made one up.
            return own;
        }

        return said.Confidence > 0 && said.Confidence >= turn.Bot.ThresholdOf(turn.State.Language)
            ? new() { Intent = intent, Score = said.Confidence, Slots = Slots(turn, said) }
            : null;
    }

    // The provider says which words are a value; what they mean is read as an answer would be.
    private static Dictionary<string, ParsedValue> Slots(Turn turn, Understood said)
    {
        var slots = new Dictionary<string, ParsedValue>(StringComparer.Ordinal);
        foreach (var (name, words) in said.Entities)
        {
            if (turn.Bot.Variables.TryGetValue(name, out var variable)
                && AnswerReader.ReadParsed(turn, variable, words) is { } value)
            {
                slots[name] = value;
            }
        }

        return slots;
    }
}
