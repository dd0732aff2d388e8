namespace Spark.Engine.Turns;

/// <summary>The engine's own words, for where a bot has none. A language without them is served in English.</summary>
internal static class BuiltInTexts
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string NotUnderstood = "not-understood";
    public const string NotYesOrNo = "not-yes-or-no";
    public const string NotAChoice = "not-a-choice";
    public const string NotThatType = "not-that-type";
    public const string Outdated = "outdated";
    public const string Failed = "failed";
    public const string Automatic = "automatic";
    public const string Approve = "approve";

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        [Yes] = "Yes",
        [No] = "No",
        [NotUnderstood] = "Sorry, I did not understand that. Could you say it in other words?",
        [NotYesOrNo] = "Please answer yes or no.",
        [NotAChoice] = "Please pick one of these.",
        [NotThatType] = "Sorry, I cannot use that answer. Please try again.",
        [Outdated] = "That question is no longer open.",
        [Failed] = "Something went wrong on our side. Please try again later.",
        [Automatic] = "These messages look like automatic answers, so I stop answering. Write something else to go on.",
        [Approve] = "This will change something in another system. Shall I go ahead?",
        ["email"] = "That does not look like an e-mail address. Please try again.",
        ["phone"] = "That does not look like a phone number. Please try again.",
        ["number"] = "Please give me a number.",
        ["integer"] = "Please give me a whole number.",
        ["date"] = "That does not look like a date. Please try again.",
        ["time"] = "That does not look like a time. Please try again.",
        ["url"] = "That does not look like a web address. Please try again.",
    };

    private static readonly Dictionary<string, string> Dutch = new(StringComparer.Ordinal)
    {
        [Yes] = "Ja",
        [No] = "Nee",
        [NotUnderstood] = "Sorry, dat heb ik niet begrepen. Kun je het anders zeggen?",
        [NotYesOrNo] = "Antwoord alsjeblieft met ja of nee.",
        [NotAChoice] = "Kies alsjeblieft een van deze.",
        [NotThatType] = "Sorry, met dat antwoord kan ik niets. Probeer het nog eens.",
        [Outdated] = "Die vraag staat niet meer open.",
        [Failed] = "Er ging bij ons iets mis. Probeer het later nog eens.",
        [Automatic] = "Deze berichten lijken automatische antwoorden, dus ik antwoord niet meer. Schrijf iets anders om verder te gaan.",
        [Approve] = "Dit verandert iets in een ander systeem. Zal ik doorgaan?",
        ["email"] = "Dat lijkt geen e-mailadres. Probeer het nog eens.",
        ["phone"] = "Dat lijkt geen telefoonnummer. Probeer het nog eens.",
        ["number"] = "Geef me alsjeblieft een getal.",
        ["integer"] = "Geef me alsjeblieft een heel getal.",
        ["date"] = "Dat lijkt geen datum. Probeer het nog eens.",
        ["time"] = "Dat lijkt geen tijd. Probeer het nog eens.",
        ["url"] = "Dat lijkt geen webadres. Probeer het nog eens.",
    };

    private static readonly Dictionary<string, Dictionary<string, string>> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = English,
        ["nl"] = Dutch,
    };

    public static string In(string language, string name) => Words(language)[name];

    /// <summary>What is said to an answer that is not of a type.</summary>
    public static string Invalid(string language, string type)
    {
        var words = Words(language);
        return words.TryGetValue(type, out var text) ? text : words[NotThatType];
    }

    private static Dictionary<string, string> Words(string language) => ByLanguage.GetValueOrDefault(Languages.Base(language), English);
}
