using Spark.Engine.Definitions;
using Spark.Understanding.Text;

namespace Spark.Engine.Turns;

/// <summary>The words that mean the same wherever the conversation stands. Only those that the bot declares are heard.</summary>
internal static class GlobalWords
{
    private const int Longest = 40;
    private const string Reason = "stopped";

    private static readonly Dictionary<(string Language, GlobalWordKind Kind), IReadOnlySet<string>> BuiltIn = new()
    {
        [("en", GlobalWordKind.Stop)] = Set("stop", "cancel", "quit", "never mind"),
        [("en", GlobalWordKind.Help)] = Set("help", "help me"),
        [("en", GlobalWordKind.StartOver)] = Set("start over", "start again", "restart", "begin again"),
        [("nl", GlobalWordKind.Stop)] = Set("stop", "stoppen", "annuleer", "annuleren", "laat maar"),
        [("nl", GlobalWordKind.Help)] = Set("help", "help me", "hulp"),
        [("nl", GlobalWordKind.StartOver)] = Set("opnieuw", "opnieuw beginnen", "begin opnieuw", "herbegin"),
    };

    /// <summary>The words in a language: the bot's own, those of its base language, or else the engine's.</summary>
    public static IReadOnlySet<string> Of(GlobalWord word, string language)
    {
        var root = Languages.Base(language);
        return word.Words.TryGetValue(language, out var own) || word.Words.TryGetValue(root, out own) ? own
            : BuiltIn.TryGetValue((root, word.Kind), out var known) ? known
            : Set();
    }

    /// <summary>How designers write a kind.</summary>
    public static string NameOf(GlobalWordKind kind) => kind switch
    {
        GlobalWordKind.Stop => "stop",
        GlobalWordKind.Help => "help",
        _ => "start-over",
    };

    /// <summary>Does what a text means when it is one of the words and nothing else; false when it is not.</summary>
    public static bool Take(Turn turn, string text)
    {
        if (turn.Bot.Words.Count == 0 || text.Length is 0 or > Longest)
        {
            return false;
        }

        var said = TextNormalizer.Normalize(text);
        foreach (var word in turn.Bot.Words)
        {
            if (Of(word, turn.State.Language).Contains(said))
            {
                turn.State = turn.State with { Misses = 0, Episode = turn.State.Episode! with { IsNew = false } };
                Do(turn, word);
                return true;
            }
        }

        return false;
    }

    private static void Do(Turn turn, GlobalWord word)
    {
        switch (word.Kind)
        {
            case GlobalWordKind.Stop when word.Dialog is { } dialog:
                turn.GoTo(dialog);
                break;
            case GlobalWordKind.Stop:
                Speech.SayBuiltIn(turn, BuiltInTexts.Stopped);
                Episodes.End(turn, Conversations.EpisodeOutcome.Abandoned, Reason);
                break;
            case GlobalWordKind.Help when word.Dialog is { } dialog:
                Waits.BreakIn(turn, dialog);
                break;
            case GlobalWordKind.Help:
                Speech.SayBuiltIn(turn, BuiltInTexts.Help);
                Prompt.Repeat(turn);
                break;
            default:
                Episodes.Forget(turn);
                if (word.Dialog is { } start || turn.Bot.Events.TryGetValue(BotEvent.Started, out start))
                {
                    turn.GoTo(start);
                }

                break;
        }
    }

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.Ordinal);
}
