using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

internal static class DutchNumbers
{
    public static NumberWords Words { get; } = new()
    {
        DecimalSeparator = ',',
        GroupSeparator = '.',
        IsCompounding = true,
        UnitsBeforeTens = true,
        Cardinals = new()
        {
            { "nul", 0 }, { "een", 1 }, { "twee", 2 }, { "drie", 3 }, { "vier", 4 }, { "vijf", 5 }, { "zes", 6 }, { "zeven", 7 },
            { "acht", 8 }, { "negen", 9 }, { "tien", 10 }, { "elf", 11 }, { "twaalf", 12 }, { "dertien", 13 }, { "veertien", 14 },
            { "vijftien", 15 }, { "zestien", 16 }, { "zeventien", 17 }, { "achttien", 18 }, { "negentien", 19 }, { "twintig", 20 },
            { "dertig", 30 }, { "veertig", 40 }, { "vijftig", 50 }, { "zestig", 60 }, { "zeventig", 70 }, { "tachtig", 80 },
            { "negentig", 90 },
        },
        Scales = new()
        {
            { "honderd", 100 }, { "duizend", 1e3 }, { "miljoen", 1e6 }, { "miljard", 1e9 },
            { "biljoen", 1e12 },
        },
        DigitScales = new() { { "k", 1e3 }, { "mln|mio", 1e6 }, { "mld|mrd", 1e9 } },
        Links = WordSet.OfWords("en"),
        Articles = WordSet.OfWords("een"),
        BeforePronoun = WordSet.OfWords("op de die zo geen"),
        AfterPronoun = WordSet.OfWords("van"),
        Minus = WordSet.OfWords("min minus negatief"),
        Points = WordSet.OfWords("komma"),
        Dozens = WordSet.OfWords("dozijn dozijnen"),
        FractionNumbers = new() { { "anderhalf|anderhalve", 1.5 }, { "driekwart", 0.75 } },
        Denominators = new()
        {
            { "half|halve", 2 }, { "derde", 3 }, { "kwart|vierde", 4 }, { "vijfde", 5 }, { "zesde", 6 }, { "zevende", 7 },
            { "achtste", 8 }, { "negende", 9 }, { "tiende", 10 }, { "twaalfde", 12 }, { "twintigste", 20 }, { "vijfentwintigste", 25 },
            { "honderdste", 100 }, { "duizendste", 1e3 }, { "miljoenste", 1e6 }, { "biljoenste", 1e12 },
        },
        PluralDenominators = new()
        {
            { "halven", 2 }, { "derde|derden", 3 }, { "kwart|vierde|vierden", 4 }, { "vijfde|vijfden", 5 }, { "zesde|zesden", 6 },
            { "zevende|zevenden", 7 }, { "achtste|achtsten", 8 }, { "negende|negenden", 9 }, { "tiende|tienden", 10 },
            { "twaalfde|twaalfden", 12 }, { "twintigste|twintigsten", 20 }, { "honderdste|honderdsten", 100 },
            { "duizendste|duizendsten", 1e3 }, { "miljoenste|miljoensten", 1e6 }, { "biljoensten", 1e12 },
        },
        Of = WordSet.OfWords("van"),
        Over = new() { { "uit|op de|van de", true } },
        Ordinals = new()
        {
            { "eerste", 1 }, { "tweede", 2 }, { "derde", 3 }, { "vierde", 4 }, { "vijfde", 5 }, { "zesde", 6 }, { "zevende", 7 },
            { "achtste", 8 }, { "negende", 9 }, { "tiende", 10 }, { "elfde", 11 }, { "twaalfde", 12 }, { "dertiende", 13 },
            { "veertiende", 14 }, { "vijftiende", 15 }, { "zestiende", 16 }, { "zeventiende", 17 }, { "achttiende", 18 },
            { "negentiende", 19 }, { "twintigste", 20 }, { "eenentwintigste", 21 }, { "tweeëntwintigste", 22 },
            { "drieëntwintigste", 23 }, { "vierentwintigste", 24 }, { "vijfentwintigste", 25 }, { "zesentwintigste", 26 },
            { "zevenentwintigste", 27 }, { "achtentwintigste", 28 }, { "negenentwintigste", 29 }, { "dertigste", 30 },
            { "eenendertigste", 31 },
        },
        OrdinalSuffixes = WordSet.OfWords("e de ste"),
    };
}
