using System.Globalization;
using Spark.Channels;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>Messages that are longer than the bot reads: answered, and not read.</summary>
internal static class LongMessages
{
    /// <summary>Answers a message that is too long; false when it is not. It is no try, and nothing that was not understood.</summary>
    public static bool Refuse(Turn turn, MessageReceived message) => Refuse(turn, Chooser.TextOf(message));

    /// <summary>Answers a text that is too long; false when it is not.</summary>
    public static bool Refuse(Turn turn, string text)
    {
        if (!IsTooLong(turn, text))
        {
            return false;
        }

        turn.State = turn.State with { Episode = turn.State.Episode! with { IsNew = false } };
        if (turn.Bot.Events.TryGetValue(BotEvent.TooLong, out var dialog))
        {
            Waits.BreakIn(turn, dialog);
        }
        else
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.TooLong);
            Prompt.Repeat(turn);
        }

        return true;
    }

    /// <summary>True for a text that is longer than the bot reads.</summary>
    // As people count: a flag or a family is one character. Only what could be too long is counted.
    public static bool IsTooLong(Turn turn, string text)
    {
        var longest = turn.Bot.Longest;
        if (text.Length <= longest)
        {
            return false;
        }

        var count = 0;
        var rest = text.AsSpan();
        while (!rest.IsEmpty && count <= longest)
        {
            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
            count++;
        }

        return count > longest;
    }
}
