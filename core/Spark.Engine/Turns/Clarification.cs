using System.Collections.Immutable;
using Spark.Engine.Definitions;
using Spark.Messages;
using Spark.Understanding.Intents;
using Spark.Understanding.Values;

namespace Spark.Engine.Turns;

/// <summary>The question which of two intents is meant, where a text fits both about as well.</summary>
internal static class Clarification
{
    /// <summary>Stands for none of the intents that were offered.</summary>
    private const string Neither = "";

    /// <summary>Asks, when a rival of the intent leads to another dialog; false when there is nothing to ask.</summary>
    public static bool Ask(Turn turn, IntentMatch match, Dialog dialog)
    {
        if (match.Rival is not { } rival
            || Intents.DialogOf(turn, rival) is not { } other
            || string.Equals(other.Id, dialog.Id, StringComparison.Ordinal))
        {
            return false;
        }

        turn.State = turn.State with { Clarifying = [match.Intent, rival], Menu = null };
        var choices = Options(turn, turn.State.Clarifying)
            .Select(option => new Choice { Label = option.Label, Token = ChoiceToken.ForIntent(option.Value) })
            .ToList();
        Speech.Say(turn, BuiltInTexts.In(turn.State.Language, BuiltInTexts.WhichIntent), choices);
        return true;
    }

    /// <summary>The intent that was chosen, the empty name for none of them; null when the message is no answer to the question.</summary>
    public static string? Read(Turn turn, ImmutableList<string> offered, string? token, string text)
    {
        if (token is not null && ChoiceToken.FindIntent(token) is { } pressed)
        {
            return pressed.Length == 0 || turn.Bot.Triggers.ContainsKey(pressed) ? pressed : null;
        }

        return offered.IsEmpty
            ? null
            : ValueParsers.Find("choice")?.Parse(text, AnswerReader.Context(turn, Options(turn, offered)))?.Text;
    }

    public static void Take(Turn turn, string intent)
    {
        if (intent.Length > 0 && Intents.DialogOf(turn, intent) is { } dialog)
        {
            turn.GoTo(dialog.Id);
            turn.State = turn.State with { Intent = intent, Misses = 0 };
            turn.Trace?.Understood(intent);
        }
        else
        {
            Chooser.Miss(turn);
        }
    }

    private static List<ChoiceOption> Options(Turn turn, IEnumerable<string> intents) =>
    [
        .. intents.Select(intent => new ChoiceOption(intent, Label(turn, intent), [])),
        new(Neither, BuiltInTexts.In(turn.State.Language, BuiltInTexts.NeitherIntent), []),
    ];

    // The designer's first example says best what an intent is about.
    private static string Label(Turn turn, string intent)
    {
        var language = turn.State.Language;
        var examples = turn.Bot.Examples
            .Where(group => string.Equals(group.Intent, intent, StringComparison.Ordinal))
            .OrderByDescending(group => string.Equals(group.Language, language, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(group => string.Equals(Languages.Base(group.Language), Languages.Base(language), StringComparison.Ordinal))
            .SelectMany(group => group.Expressions);
        return examples.FirstOrDefault(example => !example.Contains('{', StringComparison.Ordinal)) ?? intent;
    }
}
