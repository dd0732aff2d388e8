using System.Collections.Frozen;
using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

/// <summary>What languages call themselves.</summary>
internal static class EndonymTable
{
    public static PhraseTable<string> Names { get; } = new()
    {
        { "english", "en" }, { "nederlands|vlaams", "nl" }, { "français", "fr" }, { "deutsch", "de" }, { "español|castellano", "es" },
        { "italiano", "it" }, { "português", "pt" }, { "dansk", "da" }, { "svenska", "sv" }, { "norsk|bokmål", "no" },
        { "suomi|suomeksi", "fi" }, { "polski", "pl" }, { "čeština|česky", "cs" }, { "slovenčina|slovensky", "sk" }, { "magyar", "hu" },
        { "română", "ro" }, { "български", "bg" }, { "ελληνικά", "el" }, { "türkçe", "tr" }, { "русский", "ru" },
        { "українська", "uk" }, { "العربية|عربي", "ar" }, { "עברית", "he" }, { "فارسی", "fa" }, { "हिन्दी", "hi" },
        { "中文|汉语|漢語", "zh" }, { "日本語", "ja" }, { "한국어", "ko" }, { "tiếng việt", "vi" }, { "ไทย|ภาษาไทย", "th" },
        { "bahasa indonesia", "id" }, { "hrvatski", "hr" }, { "српски|srpski", "sr" }, { "slovenščina", "sl" }, { "eesti", "et" },
        { "latviešu", "lv" }, { "lietuvių", "lt" }, { "gaeilge", "ga" }, { "cymraeg", "cy" }, { "català", "ca" }, { "euskara", "eu" },
        { "frysk", "fy" }, { "lëtzebuergesch", "lb" }, { "kiswahili", "sw" },
    };

    private static readonly FrozenSet<string> Codes =
        Names.Select(name => name.Value).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKnownCode(string code) => Codes.Contains(code);
}
