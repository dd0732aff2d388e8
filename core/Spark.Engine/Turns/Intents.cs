using Spark.Engine.Definitions;
using Spark.Understanding.Intents;

namespace Spark.Engine.Turns;

/// <summary>Finds the intent of a text, and remembers it.</summary>
internal static class Intents
{
    /// <summary>How sure an intent must be to break into a question: an answer that sounds a little like it is still an answer.</summary>
    public const double Breaking = 0.9;

    /// <summary>The intent of a text and the dialog that it triggers now; null when there is none.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">What was said.</param>
    public static (IntentMatch Match, Dialog Dialog)? Find(Turn turn, string text)
    {
        if (Provided.Match(turn, text) is not { } match)
        {
            return null;
        }

        if (DialogOf(turn, match.Intent) is { } dialog)
        {
            return (match, dialog);
        }

        // Where the likeliest leads nowhere now, a second that is nearly as likely is what is meant.
        return match.Rival is { } rival && DialogOf(turn, rival) is { } other
            ? (match with { Intent = rival, Rival = null }, other)
            : null;
    }

    /// <summary>The intent that breaks into a question, and its dialog; null when none does.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">What was said.</param>
    /// <param name="allowed">The only intents that may.</param>
    public static (IntentMatch Match, Dialog Dialog)? FindBreaking(Turn turn, string text, IReadOnlyList<string> allowed) =>
        allowed.Count > 0
        && Provided.Match(turn, text) is { Rival: null, Score: >= Breaking } match
        && allowed.Contains(match.Intent, StringComparer.Ordinal)
        && DialogOf(turn, match.Intent) is { } dialog
            ? (match, dialog)
            : null;

    /// <summary>The dialog that an intent triggers now; null when there is none.</summary>
    public static Dialog? DialogOf(Turn turn, string intent) =>
        turn.Bot.Triggers.TryGetValue(intent, out var dialogs) ? Pick(turn, dialogs) : null;

    /// <summary>Remembers an intent and what was said along with it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="match">The intent.</param>
    /// <param name="except">The variable that it must not set: the one that an open question is for. Null for none.</param>
    public static void Take(Turn turn, IntentMatch match, string? except = null)
    {
        turn.State = turn.State with { Intent = match.Intent, Score = match.Score, Misses = 0 };
        turn.Trace?.Understood(match.Intent);
        foreach (var (name, slot) in match.Slots)
        {
            if (string.Equals(name, except, StringComparison.Ordinal))
            {
                continue;
            }

            turn.HasSecret |= turn.Bot.Variables.GetValueOrDefault(name)?.IsSensitive == true;
            turn.Assign(name, AnswerReader.ToValue(slot));
        }
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
}
