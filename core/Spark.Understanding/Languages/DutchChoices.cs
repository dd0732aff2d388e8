using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

internal static class DutchChoices
{
    public static ChoiceWords Words { get; } = new()
    {
        // Many who write Dutch to a machine say yes and no in English.
        Strong = new()
        {
            { "ja|jaa|jawel|jazeker|jep|jup|yes|yep|yup|zeker|zeker weten|tuurlijk|natuurlijk|uiteraard|absoluut|ja graag|ja hoor|ja zeker|👍|👌|✅|✔|☑|🆗", true },
            { "nee|neen|neee|nope|no|nee dank je|nee bedankt|nee hoor|neen dank u|zeker niet|natuurlijk niet|absoluut niet|helemaal niet|liever niet|beter niet|niet echt|nooit|👎|❌|🚫|✖", false },
        },
        Weak = new()
        {
            { "j|y|ok|oke|okee|okay|k|prima|goed|best|fijn|perfect|klopt|juist|correct|inderdaad|exact|precies|akkoord|graag|heel graag|top|super|waar|doen|tof|helemaal", true },
            { "doe maar|doe dat maar|ga je gang|ga uw gang|is goed|dat is goed|da's goed|dat klopt|dat is juist|dat is correct|lijkt me goed|lijkt me prima|lijkt mij goed|mij best|waarom niet|geen probleem|ik denk het|ik denk het wel|ik denk van wel|denk het wel|dat wil ik|dat wil ik wel|wil ik|wel|met plezier|vooruit|vooruit maar|mag|dat mag|komt goed|in orde|het is goed|eens|ik ga akkoord|bevestig|bevestigd|alsjeblieft|alstublieft|graag gedaan ja", true },
            { "n|niet|onjuist|fout|verkeerd|onwaar|annuleer|annuleren|stop|doe maar niet|doe dat niet|niet doen|ik denk het niet|ik denk van niet|denk het niet|klopt niet|dat klopt niet|dat is niet juist|dat is fout|niet akkoord|nu niet|niet nu|nog niet|vandaag niet|hoeft niet|hoeft niet hoor|dat hoeft niet|niet nodig|ik wil niet|dat wil ik niet|wil ik niet|niets|niks|niets meer|niks meer|dat was het|dat is alles|dat was alles|geen interesse|laat maar|laat maar zitten|oneens|niet ok|niet oke|niet goed", false },
        },
        Tails = WordSet.OfWords("graag hoor dat is het klopt goed prima fijn top oke ok okay doe maar dank je u jou bedankt wel zeker alsjeblieft alstublieft aub ik wil denk mag ga gang uw akkoord inderdaad natuurlijk precies juist helemaal best lijkt me mij zo niet nodig hoeft sorry echt toch meneer mevrouw dankjewel dankuwel alles was heel erg jawel doen"),
        Fillers = WordSet.OfWords("nou eh euh uhm hm oh ah dus dan ik denk het is dat die dit de een wil wou zou graag kies neem pak doe doen maar voor met mijn jouw uw antwoord keuze laten we alsjeblieft alstublieft aub dank je u bedankt hallo hoi misschien liever mij me geef hebben heb zeg zei optie prioriteit was ben en van zijn wordt worden ga gaan oke ok ja er wel toch"),
        Negations = WordSet.OfWords("niet geen nee neen nooit zonder noch behalve not no"),
        Positions = WordSet.OfWords("nummer nr optie keuze antwoord"),
        FromEnd = new() { { "laatste|de laatste|het laatste|onderste", 1 }, { "voorlaatste|de voorlaatste|op een na laatste|een na laatste", 2 } },
    };
}
