using Spark.Understanding.Intents;

namespace Spark.Understanding.Tests.Support;

/// <summary>A small bot's examples, in English and Dutch.</summary>
internal static class SupportQuestions
{
    public static IReadOnlyList<IntentExamples> All { get; } =
    [
        new("password", "en",
        [
            "I forgot my password", "reset my password", "how do I change my password", "my password has expired", "I am locked out of my account",
            "I cannot sign in", "my login does not work", "unlock {account}",
        ]),
        new("printer", "en",
        [
            "the printer does not print", "the printer is out of toner", "paper jam in the printer", "how do I add a printer",
            "printing takes for ever", "my prints come out blank",
        ]),
        new("wifi", "en",
        [
            "I have no wifi", "the wireless network is slow", "how do I connect to the guest network", "the internet is down",
            "I cannot connect to the wifi", "what is the wifi password",
        ]),
        new("human", "en",
        [
            "I want to talk to a human", "get me an agent", "can I speak to somebody", "connect me to the service desk", "call a colleague",
        ]),
        new("password", "nl", ["ik ben mijn wachtwoord vergeten", "mijn wachtwoord is verlopen", "ik kan niet inloggen", "reset mijn wachtwoord"]),
        new("printer", "nl", ["de printer print niet", "het papier zit vast in de printer", "de toner is op", "hoe voeg ik een printer toe"]),
        new("wifi", "nl", ["ik heb geen wifi", "het netwerk is traag", "het internet ligt eruit", "hoe kom ik op het gastnetwerk"]),
    ];

    public static IReadOnlyList<TrainingExample> English { get; } = LanguageModels.Sentences(All.Where(group => group.Language == "en"));
}
