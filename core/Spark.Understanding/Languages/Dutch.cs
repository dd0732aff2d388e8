using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

/// <summary>Dutch, as written in the Netherlands and Belgium.</summary>
internal static class Dutch
{
    public static LanguageWords Words { get; } = new()
    {
        Language = "nl",
        Choices = DutchChoices.Words,
        Fillers = WordSet.OfWords("op om tegen voor de het een is dat alsjeblieft alstublieft aub graag rond ongeveer vanaf sinds tot maar misschien oke ok dank bedankt doe er stuks"),
        Courtesies = WordSet.OfWords("alsjeblieft alstublieft aub svp bedankt hallo hoi dag"),
        LanguageNames = new()
        {
            { "engels", "en" }, { "nederlands|vlaams|hollands", "nl" }, { "frans", "fr" }, { "duits", "de" }, { "spaans", "es" },
            { "italiaans", "it" }, { "portugees", "pt" }, { "deens", "da" }, { "zweeds", "sv" }, { "noors", "no" },
            { "fins", "fi" }, { "pools", "pl" }, { "tsjechisch", "cs" }, { "slowaaks", "sk" }, { "hongaars", "hu" },
            { "roemeens", "ro" }, { "bulgaars", "bg" }, { "grieks", "el" }, { "turks", "tr" }, { "russisch", "ru" },
            { "oekraïens", "uk" }, { "arabisch", "ar" }, { "hebreeuws", "he" }, { "perzisch|farsi", "fa" }, { "hindi", "hi" },
            { "chinees|mandarijn", "zh" }, { "japans", "ja" }, { "koreaans", "ko" }, { "vietnamees", "vi" }, { "thais|thai", "th" },
            { "indonesisch", "id" }, { "kroatisch", "hr" }, { "servisch", "sr" }, { "sloveens", "sl" }, { "ests|estisch", "et" },
            { "lets|letlands", "lv" }, { "litouws", "lt" }, { "iers", "ga" }, { "welsh", "cy" }, { "catalaans", "ca" }, { "baskisch", "eu" },
            { "amerikaans engels|amerikaans", "en-US" }, { "brits engels|brits", "en-GB" },
            { "braziliaans portugees|braziliaans", "pt-BR" }, { "fries", "fy" }, { "luxemburgs", "lb" }, { "swahili", "sw" },
        },
    };
}
