namespace Spark.Engine.Reading.Values;

/// <summary>What Chatlayer calls what every bot knows here: its documented <c>internal.*</c>, and what is written behind a bar in braces.</summary>
internal static class ChatlayerNames
{
    private const string Root = "internal";

    private static readonly Dictionary<string, string?> Known = new(StringComparer.Ordinal)
    {
        ["internal.botId"] = "sys.bot",
        ["internal.sessionId"] = "sys.episode",
        ["internal.version"] = "sys.version",
        ["internal.channel"] = "sys.channel",
        ["internal.channelDetails"] = "sys.channelDetails",
        ["internal.sinchConversationAPI"] = "sys.channelDetails",
        ["internal.user"] = "sys.user",
        ["internal.user.firstName"] = "sys.user.name",
        ["internal.user.lastName"] = "sys.user.name",
        ["internal.user.fullName"] = "sys.user.name",
        ["internal.preferredLanguage"] = "sys.language",
        ["internal.locale"] = "sys.user.language",
        ["internal.nlp.expression"] = "sys.text",
        ["internal.nlp.intent.name"] = "sys.intent",
        ["internal.nlp.intent.score"] = "sys.score",
        ["internal.nlp.intents"] = null,
        ["internal.nlp.entities"] = null,
        ["internal.nlp.sentiment"] = null,
        ["internal.lastIntent"] = "sys.intent",
        ["internal.currentDialogstate"] = "sys.dialog",
        ["internal.previousDialogstate"] = "sys.previousDialog",
        ["internal.messageContent"] = "sys.text",
        ["internal.messageType"] = "sys.messageType",
        ["internal.history"] = null,
        ["internal.input"] = null,
        ["internal.isPaused"] = "sys.offload",
        ["internal.offload"] = "sys.offload",
    };

    // What the classic modifiers do, on a value that is called {0}.
    private static readonly Dictionary<string, string> Modifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["increment"] = "{0} + 1",
        ["toUpperCase"] = "$uppercase({0})",
        ["toLowerCase"] = "$lowercase({0})",
        ["capitalize"] = "$uppercase($substring({0}, 0, 1)) & $substring({0}, 1)",
    };

    // Functions of its expressions, and as other tools call them.
    private static readonly Dictionary<string, string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["capitalize"] = "$uppercase($substring(text, 0, 1)) & $substring(text, 1)",
        ["downcase"] = "$lowercase(text)",
        ["upcase"] = "$uppercase(text)",
        ["lower"] = "$lowercase(text)",
        ["upper"] = "$uppercase(text)",
        ["abs"] = "$abs(number)",
        ["append"] = "$append(list, value)",
        ["concat"] = "one & other",
        ["len"] = "$length(text)",
    };

    /// <summary>All names, each with what it is called here; null for what is not there.</summary>
    public static IReadOnlyDictionary<string, string?> All => Known;

    /// <summary>What to write for a path below <c>internal</c>; null for a path that is none.</summary>
    /// <param name="path">The path as it stands in an expression, such as <c>internal.user.firstName</c>.</param>
    public static string? Remedy(string path)
    {
        if (path != Root && !path.StartsWith($"{Root}.", StringComparison.Ordinal))
        {
            return null;
        }

        for (var at = path; at.Length > Root.Length; at = at[..at.LastIndexOf('.')])
        {
            if (Known.TryGetValue(at, out var name))
            {
                return name is null
                    ? $"Chatlayer's {at} is not there; docs/reference.md says what is."
                    : $"What Chatlayer calls {at} is {name} here.";
            }
        }

        return "What Chatlayer calls internal.* is sys.* here, such as sys.user.name; docs/reference.md has the table.";
    }

    /// <summary>What to write for a function of other tools; null for one that is not known.</summary>
    /// <param name="name">Its name.</param>
    public static string? Function(string name) => Functions.TryGetValue(name, out var form) ? $"Write {form}." : null;

    /// <summary>What to write for a value with one of the classic modifiers behind a bar; null for another.</summary>
    /// <param name="value">What stands before the bar.</param>
    /// <param name="modifier">What stands behind it.</param>
    public static string? Modified(string value, string modifier) => Modifiers.TryGetValue(modifier, out var form)
        ? $"Write {form.Replace("{0}", value, StringComparison.Ordinal)}: a bar changes nothing here, functions do."
        : null;
}
