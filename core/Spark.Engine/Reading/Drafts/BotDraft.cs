using Spark.Engine.Definitions;
using Spark.Engine.Reading.Locales;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;
using Spark.Understanding.Intents;

namespace Spark.Engine.Reading.Drafts;

/// <summary>What the readers of the files gather: the parts of the bot, and the places that the checks speak of.</summary>
internal sealed class BotDraft
{
    private Dictionary<Expression, ExpressionUse>? uses;

    public string Id { get; set; } = "";

    public List<string> Languages { get; } = [];

    /// <summary>Where each language is declared.</summary>
    public List<SourceLocation> LanguagePlaces { get; } = [];

    public Dictionary<string, VariableDefinition> Variables { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ConnectionDefinition> Connections { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each connection names what a plugin offers.</summary>
    public Dictionary<string, SourceLocation> PluginPlaces { get; } = new(StringComparer.Ordinal);

    public Dictionary<BotEvent, string> Events { get; } = [];

    /// <summary>How long nothing is said before a conversation is idle; null when the bot does not say.</summary>
    public TimeSpan? IdleAfter { get; set; }

    /// <summary>How many characters a message may have; null when the bot does not say.</summary>
    public int? Longest { get; set; }

    /// <summary>The time zone of people of whom it is not known; null when the bot does not say.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Which dialog is visited when which variable changes.</summary>
    public Dictionary<string, string> Changed { get; } = new(StringComparer.Ordinal);

    /// <summary>The global words, and where they are declared.</summary>
    public List<KeyValuePair<GlobalWord, SourceLocation>> Words { get; } = [];

    public List<Dialog> Dialogs { get; } = [];

    public List<ActionDialog> Actions { get; } = [];

    public List<IntentDraft> Intents { get; } = [];

    /// <summary>From which confidence an intent counts, by language; under the empty name for all others.</summary>
    public Dictionary<string, double> Thresholds { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Synonyms and stop words by language.</summary>
    public Dictionary<string, Vocabulary> Vocabularies { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<LocaleDraft> Locales { get; } = [];

    /// <summary>What the translations were made of; null without a lock file.</summary>
    public TranslationLock? Lock { get; set; }

    /// <summary>Who is asked before the bot's own classifier.</summary>
    public UnderstandingDefinition? Understanding { get; set; }

    /// <summary>Where it is named.</summary>
    public SourceLocation UnderstandingAt { get; set; }

    /// <summary>The names of the files in <c>dialogs/</c>, also of those that cannot be read: they are not unknown.</summary>
    public HashSet<string> DialogNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the files in <c>actions/</c>.</summary>
    public HashSet<string> ActionNames { get; } = new(StringComparer.Ordinal);

    public List<Text> Texts { get; } = [];

    public List<Reference> References { get; } = [];

    /// <summary>Where each input of an action dialog is declared.</summary>
    public Dictionary<(string Action, string Input), SourceLocation> InputPlaces { get; } = [];

    /// <summary>The places that name a variable without giving it a value.</summary>
    public HashSet<SourceLocation> ReadPlaces { get; } = [];

    public List<ExpressionUse> Expressions { get; } = [];

    /// <summary>Where an expression stands; null for one that could not be read. Asked for only when all files are read.</summary>
    public ExpressionUse? UseOf(Expression expression)
    {
        if (uses is null)
        {
            uses = new(ReferenceEqualityComparer.Instance);
            Expressions.ForEach(use => uses.TryAdd(use.Expression, use));
        }

        return uses.GetValueOrDefault(expression);
    }

    public List<RunUse> Runs { get; } = [];

    /// <summary>The composites as they are written.</summary>
    public List<CompositeUse> Composites { get; } = [];

    public List<AskUse> Asks { get; } = [];

    public List<VisitUse> Visits { get; } = [];

    /// <summary>The contexts that dialogs require, and where.</summary>
    public List<KeyValuePair<string, SourceLocation>> RequiredContexts { get; } = [];

    /// <summary>The contexts that dialogs begin, and where.</summary>
    public List<KeyValuePair<string, SourceLocation>> BegunContexts { get; } = [];

    /// <summary>The connections that conversations are sent to, and where.</summary>
    public List<KeyValuePair<string, SourceLocation>> OffloadConnections { get; } = [];

    /// <summary>The steps whose actions work on connections.</summary>
    public List<ConnectionUse> ConnectionUses { get; } = [];

    /// <summary>Variables that examples of intents fill.</summary>
    public HashSet<string> UsedVariables { get; } = new(StringComparer.Ordinal);

    /// <summary>What the examples of intents were made into.</summary>
    public ExactIntentMatcher? Matcher { get; set; }

    /// <summary>Variables that are given values of another kind than their type's: nothing more can be said of them.</summary>
    public HashSet<string> Misfits { get; } = new(StringComparer.Ordinal);

    /// <summary>The trees of action dialogs' steps, for what is looked for in their fields.</summary>
    public List<DeedUse> DeedUses { get; } = [];

    /// <summary>The files' trees, for what is looked for in every value.</summary>
    public List<YamlNode> Trees { get; } = [];

    /// <summary>Literal values in the fields of deeds, by which a plugin's action may name a connection.</summary>
    public HashSet<string> Literals { get; } = new(StringComparer.Ordinal);

    /// <summary>False when <c>bot.yaml</c> could not be read: then nothing is known of what it declares.</summary>
    public bool HasBotFile { get; set; }

    /// <summary>Expressions that name something undeclared: what else is wrong with them follows from that.</summary>
    public HashSet<Expression> Misnamed { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>False when a language could not be read.</summary>
    public bool HasAllLanguages { get; set; } = true;

    /// <summary>False when a file of intents could not be read.</summary>
    public bool HasAllIntents { get; set; } = true;

    /// <summary>False when a part of the files could not be read: then it cannot be told what is unused.</summary>
    public bool IsWhole { get; set; } = true;
}
