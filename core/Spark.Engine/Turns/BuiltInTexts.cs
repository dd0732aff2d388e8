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
    public const string WhichIntent = "which-intent";
    public const string NeitherIntent = "neither-intent";
    public const string Outdated = "outdated";
    public const string Failed = "failed";
    public const string Automatic = "automatic";
    public const string Gone = "gone";
    public const string TooLong = "too-long";
    public const string Disabled = "disabled";
    public const string Stopped = "stopped";
    public const string Help = "help";
    public const string Approve = "approve";
    public const string HandedOver = "handed-over";
    public const string Arrived = "arrived";
    public const string AgentJoined = "agent-joined";
    public const string AgentLeft = "agent-left";
    public const string DeskSilent = "desk-silent";
    public const string DeskUnattended = "desk-unattended";
    public const string LeftQueue = "left-queue";
    public const string QueuePosition = "queue-position";

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        [Yes] = "Yes",
        [No] = "No",
        [NotUnderstood] = "Sorry, I did not understand that. Could you say it in other words?",
        [NotYesOrNo] = "Please answer yes or no.",
        [NotAChoice] = "Please pick one of these.",
        [NotThatType] = "Sorry, I cannot use that answer. Please try again.",
        [WhichIntent] = "I am not sure what you mean. Is it one of these?",
        [NeitherIntent] = "Something else",
        [Outdated] = "That question is no longer open.",
        [Failed] = "Something went wrong on our side. Please try again later.",
        [Automatic] = "These messages look like automatic answers, so I stop answering. Write something else to go on.",
        [Gone] = "That button is no longer available.",
        [TooLong] = "That message is too long for me. Please say it in fewer words.",
        [Disabled] = "I am switched off at the moment. Please try again later.",
        [Stopped] = "All right, I stop here. Write to me whenever you need something.",
        [Help] = "You can write what you need in your own words, or choose one of the answers that I offer.",
        [Approve] = "This will change something in another system. Shall I go ahead?",
        [HandedOver] = "{0} has handed your conversation over to me. You asked:",
        [Arrived] = "You are in the right place: an agent will go on from here. This is what was said before:",
        [AgentJoined] = "{} is with you now.",
        [AgentLeft] = "The agent has closed the chat. I am here again.",
        [DeskSilent] = "I cannot reach the service desk any more, so nobody there reads along. I am here again; please try the desk once more later.",
        [DeskUnattended] = "Nobody at the service desk could take your conversation, so I am here again.",
        [LeftQueue] = "All right, I took you out of the queue.",
        [QueuePosition] = "You are number {} in the queue.",
        ["email"] = "That does not look like an e-mail address. Please try again.",
        ["phone"] = "That does not look like a phone number. Please try again.",
        ["number"] = "Please give me a number.",
        ["integer"] = "Please give me a whole number.",
        ["date"] = "That does not look like a date. Please try again.",
        ["time"] = "That does not look like a time. Please try again.",
        ["date-time"] = "Please give me a day and a time.",
        ["duration"] = "Please tell me how long, such as two hours.",
        ["language"] = "I do not know that language. Please try again.",
        ["location"] = "Please tell me a place.",
        ["file"] = "Please send me a file.",
        ["yesno"] = "Please answer yes or no.",
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
        [WhichIntent] = "Ik weet niet zeker wat je bedoelt. Is het een van deze?",
        [NeitherIntent] = "Iets anders",
        [Outdated] = "Die vraag staat niet meer open.",
        [Failed] = "Er ging bij ons iets mis. Probeer het later nog eens.",
        [Automatic] = "Deze berichten lijken automatische antwoorden, dus ik antwoord niet meer. Schrijf iets anders om verder te gaan.",
        [Gone] = "Die knop is er niet meer.",
        [TooLong] = "Dat bericht is te lang voor mij. Zeg het alsjeblieft in minder woorden.",
        [Disabled] = "Ik sta op dit moment uit. Probeer het later nog eens.",
        [Stopped] = "Goed, ik stop hier. Schrijf me gerust als je iets nodig hebt.",
        [Help] = "Je kunt in je eigen woorden schrijven wat je nodig hebt, of een van de antwoorden kiezen die ik aanbied.",
        [Approve] = "Dit verandert iets in een ander systeem. Zal ik doorgaan?",
        [HandedOver] = "{0} heeft je gesprek aan mij overgedragen. Je vroeg:",
        [Arrived] = "Je bent op de juiste plek: een medewerker gaat hier verder. Dit is wat er eerder is gezegd:",
        [AgentJoined] = "{} is nu bij je.",
        [AgentLeft] = "De medewerker heeft het gesprek afgesloten. Ik ben er weer.",
        [DeskSilent] = "Ik kan de servicedesk niet meer bereiken; niemand daar leest nog mee. Ik ben er weer; probeer de desk later nog eens.",
        [DeskUnattended] = "Niemand van de servicedesk kon je gesprek aannemen, dus ik ben er weer.",
        [LeftQueue] = "Goed, ik heb je uit de wachtrij gehaald.",
        [QueuePosition] = "Je bent nummer {} in de wachtrij.",
        ["email"] = "Dat lijkt geen e-mailadres. Probeer het nog eens.",
        ["phone"] = "Dat lijkt geen telefoonnummer. Probeer het nog eens.",
        ["number"] = "Geef me alsjeblieft een getal.",
        ["integer"] = "Geef me alsjeblieft een heel getal.",
        ["date"] = "Dat lijkt geen datum. Probeer het nog eens.",
        ["time"] = "Dat lijkt geen tijd. Probeer het nog eens.",
        ["date-time"] = "Geef me alsjeblieft een dag en een tijd.",
        ["duration"] = "Zeg me alsjeblieft hoelang, bijvoorbeeld twee uur.",
        ["language"] = "Die taal ken ik niet. Probeer het nog eens.",
        ["location"] = "Zeg me alsjeblieft een plaats.",
        ["file"] = "Stuur me alsjeblieft een bestand.",
        ["yesno"] = "Antwoord alsjeblieft met ja of nee.",
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
