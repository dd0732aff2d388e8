using Spark.Expressions;
using Spark.Understanding.Intents;

namespace Spark.Engine.Definitions;

/// <summary>One version of a bot, read, checked and compiled. Immutable; shared by all turns.</summary>
public sealed class Bot
{
    /// <summary>How long nothing is said before a conversation is idle, when the bot does not say.</summary>
    public static readonly TimeSpan DefaultIdleAfter = TimeSpan.FromHours(6);

    /// <summary>The bot's id.</summary>
    public required string Id { get; init; }

    /// <summary>Names this version: the hash of the bot's files, in lower-case hexadecimal.</summary>
    public required string Version { get; init; }

    /// <summary>The languages, as BCP 47 tags; the dialogs are written in the first one.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The declared variables by name.</summary>
    public required IReadOnlyDictionary<string, VariableDefinition> Variables { get; init; }

    /// <summary>The connections that the bot names.</summary>
    public required IReadOnlyDictionary<string, ConnectionDefinition> Connections { get; init; }

    /// <summary>Which dialog answers which event of the bot.</summary>
    public required IReadOnlyDictionary<BotEvent, string> Events { get; init; }

    /// <summary>How long nothing is said before a conversation is idle.</summary>
    public TimeSpan IdleAfter { get; init; } = DefaultIdleAfter;

    /// <summary>The dialogs by id.</summary>
    public required IReadOnlyDictionary<string, Dialog> Dialogs { get; init; }

    /// <summary>The action dialogs by id.</summary>
    public required IReadOnlyDictionary<string, ActionDialog> Actions { get; init; }

    /// <summary>The dialogs that an intent triggers, in the order of their files.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Dialog>> Triggers { get; init; }

    /// <summary>Finds the intent in what a person wrote.</summary>
    public required IIntentMatcher Intents { get; init; }

    /// <summary>What people say, by intent and language, in the order of the files.</summary>
    public IReadOnlyList<IntentExamples> Examples { get; init; } = [];

    /// <summary>The translations: language → text key → text.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, TextTemplate>> Translations { get; init; }
}
