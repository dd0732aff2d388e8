using Spark.Engine.Definitions;
using Spark.Understanding.Intents;

namespace Spark.Engine.Turns;

/// <summary>Finds the intent of a text, and remembers it.</summary>
internal static class Intents
{
    /// <summary>The intent of a text and the dialog that it triggers now; null when there is none.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">What was said.</param>
    /// <param name="allowed">The only intents that count; null for all.</param>
    public static (IntentMatch Match, Dialog Dialog)? Find(Turn turn, string text, IReadOnlyList<string>? allowed = null)
    {
        if (allowed is { Count: 0 }
            || turn.Bot.Intents.Match(text, turn.State.Language, PersonClock.Now(turn)) is not { } match
            || allowed?.Contains(match.Intent, StringComparer.Ordinal) == false
            || !turn.Bot.Triggers.TryGetValue(match.Intent, out var dialogs))
        {
            return null;
        }

        return Pick(turn, dialogs) is { } dialog ? (match, dialog) : null;
    }

    // The dialog whose contexts hold longest goes before one that requires none.
    private static Dialog? Pick(Turn turn, IReadOnlyList<Dialog> dialogs)
    {
        Dialog? picked = null;
        long longest = -2;
        foreach (var dialog in dialogs)
        {
            if (Contexts.Fit(turn.State, dialog) is { } fits
                && fits > longest
                && (dialog.TriggerWhen is null || turn.Evaluate(dialog.TriggerWhen).ToBoolean()))
            {
                (picked, longest) = (dialog, fits);
            }
        }

        return picked;
    }

    /// <summary>Remembers an intent and what was said along with it.</summary>
    public static void Take(Turn turn, IntentMatch match)
    {
        turn.State = turn.State with { Intent = match.Intent, Score = match.Score, Misses = 0 };
        foreach (var (name, slot) in match.Slots)
        {
            turn.HasSecret |= turn.Bot.Variables.GetValueOrDefault(name)?.IsSensitive == true;
            turn.Assign(name, AnswerReader.ToValue(slot));
        }
    }
}
