using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

/// <summary>English.</summary>
internal static class English
{
    public static LanguageWords Words { get; } = new()
    {
        Language = "en",
        Choices = EnglishChoices.Words,
        Fillers = WordSet.OfWords("on at by for the a an it its is be please thanks around about from since till until just maybe ok okay well"),
        Courtesies = WordSet.OfWords("please pls plz thanks thx hi hello hey"),
        LanguageNames = new()
        {
            { "english", "en" }, { "dutch|flemish", "nl" }, { "french", "fr" }, { "german", "de" }, { "spanish", "es" },
            { "italian", "it" }, { "portuguese", "pt" }, { "danish", "da" }, { "swedish", "sv" }, { "norwegian", "no" },
            { "finnish", "fi" }, { "polish", "pl" }, { "czech", "cs" }, { "slovak", "sk" }, { "hungarian", "hu" },
            { "romanian", "ro" }, { "bulgarian", "bg" }, { "greek", "el" }, { "turkish", "tr" }, { "russian", "ru" },
            { "ukrainian", "uk" }, { "arabic", "ar" }, { "hebrew", "he" }, { "persian|farsi", "fa" }, { "hindi", "hi" },
            { "chinese|mandarin", "zh" }, { "japanese", "ja" }, { "korean", "ko" }, { "vietnamese", "vi" }, { "thai", "th" },
            { "indonesian", "id" }, { "croatian", "hr" }, { "serbian", "sr" }, { "slovenian|slovene", "sl" }, { "estonian", "et" },
            { "latvian", "lv" }, { "lithuanian", "lt" }, { "irish", "ga" }, { "welsh", "cy" }, { "catalan", "ca" }, { "basque", "eu" },
            { "american english|us english", "en-US" }, { "british english|uk english", "en-GB" },
            { "brazilian portuguese|brazilian", "pt-BR" }, { "frisian", "fy" }, { "luxembourgish", "lb" }, { "swahili", "sw" },
        },
    };
}
