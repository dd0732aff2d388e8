using Spark.Channels;

namespace Spark.Engine.Turns;

/// <summary>Finds a bot's language for the one that a person asked for.</summary>
internal static class Languages
{
    // Fewer words may be a name or a word that languages share.
    private const int FewestWords = 3;
    private const double Sure = 0.9;

    /// <summary>
    /// The variable in which a person's own choice of a language is kept, when the bot declares it: it goes before what the channel tells.
    /// With <c>scope: person</c> it holds wherever the person is known again.
    /// </summary>
    public const string Preference = "preferredLanguage";

    /// <summary>The bot's language that the person chose; null when none was chosen.</summary>
    public static string? Preferred(Turn turn) =>
        turn.Bot.Variables.ContainsKey(Preference) && turn.Variable(Preference) is { Kind: Expressions.ValueKind.String } chosen
            ? Find(turn.Bot.Languages, chosen.AsString())
            : null;

    /// <summary>
    /// The bot's language in which a message is written, while nothing else has told the language: of a text of a few words that leaves no
    /// doubt, and that is no answer to a question. Null when it does not tell.
    /// </summary>
    public static string? Heard(Turn turn, InboundEvent inbound) =>
        turn is { State: { KnowsLanguage: false, Waiting: null }, Bot.Detector: { } detector }
        && inbound is MessageReceived { ChoiceToken: null } message
        && Chooser.TextOf(message) is var text
        && HasWords(text)
        && detector.Detect(text) is { Probability: >= Sure } found
            ? found.Language
            : null;

    private static bool HasWords(string text)
    {
        var words = 0;
        var isInside = false;
        foreach (var character in text)
        {
            words += char.IsLetter(character) && !isInside ? 1 : 0;
            isInside = char.IsLetter(character) || (isInside && character == '\'');
        }

        return words >= FewestWords;
    }

    /// <summary>The language without its region: <c>nl</c> of <c>nl-BE</c>.</summary>
    public static string Base(string language)
    {
        var end = language.IndexOf('-', StringComparison.Ordinal);
        return (end < 0 ? language : language[..end]).ToLowerInvariant();
    }

    /// <summary>The bot's language that fits best: the same, or one of the same base; null when it has none.</summary>
    public static string? Find(IReadOnlyList<string> offered, string asked) =>
        offered.FirstOrDefault(language => string.Equals(language, asked, StringComparison.OrdinalIgnoreCase))
        ?? offered.FirstOrDefault(language => string.Equals(Base(language), Base(asked), StringComparison.Ordinal));
}
