using Spark.Expressions;
using Spark.Understanding.Intents;
using Spark.Understanding.Languages.Detection;
using Spark.Understanding.Values.Composites;

namespace Spark.Engine.Definitions;

/// <summary>One version of a bot, read, checked and compiled. Immutable; shared by all turns.</summary>
public sealed class Bot
{
    /// <summary>How long nothing is said before a conversation is idle, when the bot does not say.</summary>
    public static readonly TimeSpan DefaultIdleAfter = TimeSpan.FromHours(6);

    /// <summary>How many characters of a message are read, when the bot does not say.</summary>
    public const int DefaultLongest = 4_000;

    /// <summary>The bot's id.</summary>
    public required string Id { get; init; }

    /// <summary>Names this version: the hash of the bot's files, in lower-case hexadecimal.</summary>
    public required string Version { get; init; }

    /// <summary>The languages, as BCP 47 tags; the dialogs are written in the first one.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The declared variables by name.</summary>
    public required IReadOnlyDictionary<string, VariableDefinition> Variables { get; init; }

    /// <summary>The names of the variables that are never stored in clear.</summary>
    public IReadOnlyList<string> Sensitive { get; init; } = [];

    /// <summary>The names of the variables that all conversations of a person share: those of scope person, but for what is never stored in clear.</summary>
    public IReadOnlyList<string> Remembered { get; init; } = [];

    /// <summary>The connections that the bot names.</summary>
    public required IReadOnlyDictionary<string, ConnectionDefinition> Connections { get; init; }

    /// <summary>Which dialog answers which event of the bot.</summary>
    public required IReadOnlyDictionary<BotEvent, string> Events { get; init; }

    /// <summary>How long nothing is said before a conversation is idle.</summary>
    public TimeSpan IdleAfter { get; init; } = DefaultIdleAfter;

    /// <summary>How many characters a message may have, as people count them.</summary>
    public int Longest { get; init; } = DefaultLongest;

    /// <summary>The time zone of people of whom the channel does not tell it, as an IANA name; null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Which dialog is visited when the value of which variable changes.</summary>
    public IReadOnlyDictionary<string, string> Changed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The words that mean the same wherever the conversation stands.</summary>
    public IReadOnlyList<GlobalWord> Words { get; init; } = [];

    /// <summary>The dialogs by id.</summary>
    public required IReadOnlyDictionary<string, Dialog> Dialogs { get; init; }

    /// <summary>The action dialogs by id.</summary>
    public required IReadOnlyDictionary<string, ActionDialog> Actions { get; init; }

    /// <summary>The dialogs that an intent triggers, in the order of their files.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Dialog>> Triggers { get; init; }

    /// <summary>Finds the intent in what a person wrote.</summary>
    public required IIntentMatcher Intents { get; init; }

    /// <summary>Who is asked before the bot's own classifier; null for nobody.</summary>
    public UnderstandingDefinition? Understanding { get; init; }

    /// <summary>The confidence from which a verdict counts, by language; under the empty name for all others.</summary>
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Synonyms and stop words by language.</summary>
    public IReadOnlyDictionary<string, Vocabulary> Vocabularies { get; init; } = new Dictionary<string, Vocabulary>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the variables that are composites are said, by name.</summary>
    public IReadOnlyDictionary<string, CompositePatterns> Composites { get; init; } = new Dictionary<string, CompositePatterns>(StringComparer.Ordinal);

    /// <summary>What people say, by intent and language, in the order of the files.</summary>
    public IReadOnlyList<IntentExamples> Examples { get; init; } = [];

    /// <summary>Tells the bot's languages apart; null for a bot of one language.</summary>
    public LanguageDetector? Detector { get; init; }

    /// <summary>The translations: language → text key → text.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, TextTemplate>> Translations { get; init; }

    /// <summary>The confidence from which a verdict counts in a language, from 0 to 1.</summary>
    public double ThresholdOf(string language) =>
        Thresholds.TryGetValue(language, out var own) || Thresholds.TryGetValue("", out own) ? own : IntentClassifier.DefaultThreshold;
}
