using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

internal static class EnglishNumbers
{
    public static NumberWords Words { get; } = new()
    {
        DecimalSeparator = '.',
        GroupSeparator = ',',
        Cardinals = new()
        {
            { "zero|nought|naught", 0 }, { "one", 1 }, { "two", 2 }, { "three", 3 }, { "four", 4 }, { "five", 5 }, { "six", 6 },
            { "seven", 7 }, { "eight", 8 }, { "nine", 9 }, { "ten", 10 }, { "eleven", 11 }, { "twelve", 12 }, { "thirteen", 13 },
            { "fourteen", 14 }, { "fifteen", 15 }, { "sixteen", 16 }, { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 },
            { "twenty", 20 }, { "thirty", 30 }, { "forty|fourty", 40 }, { "fifty", 50 }, { "sixty", 60 }, { "seventy", 70 },
            { "eighty", 80 }, { "ninety", 90 },
        },
        Scales = new()
        {
            { "hundred", 100 }, { "thousand", 1e3 }, { "lakh", 1e5 }, { "million", 1e6 },
            { "crore", 1e7 }, { "billion", 1e9 }, { "trillion", 1e12 },
        },
        DigitScales = new() { { "k", 1e3 }, { "mil|mln", 1e6 }, { "bn|bln", 1e9 } },
        Links = WordSet.OfWords("and"),
        Articles = WordSet.OfWords("a an"),
        BeforePronoun = WordSet.OfWords("this that which the no any every each some another other next last first second third good bad new old right wrong big small only same a my your his her our their what"),
        AfterPronoun = WordSet.OfWords("of is was that which who can could day more"),
        Minus = WordSet.OfWords("minus negative"),
        Points = WordSet.OfWords("point"),
        Dozens = WordSet.OfWords("dozen dozens doz dozs"),
        FractionNumbers = [],
        Denominators = new()
        {
            { "half", 2 }, { "third", 3 }, { "quarter|fourth", 4 }, { "fifth", 5 }, { "sixth", 6 }, { "seventh", 7 },
            { "eighth", 8 }, { "ninth", 9 }, { "tenth", 10 }, { "twelfth", 12 }, { "twentieth", 20 }, { "thirtieth", 30 },
            { "hundredth", 100 }, { "thousandth", 1e3 }, { "millionth", 1e6 }, { "trillionth", 1e12 },
        },
        PluralDenominators = new()
        {
            { "halves", 2 }, { "thirds", 3 }, { "quarters|fourths", 4 }, { "fifths", 5 }, { "sixths", 6 }, { "sevenths", 7 },
            { "eighths", 8 }, { "ninths", 9 }, { "tenths", 10 }, { "twelfths", 12 }, { "twentieths", 20 },
            { "hundredths", 100 }, { "thousandths", 1e3 }, { "millionths", 1e6 }, { "trillionths", 1e12 },
        },
        Of = WordSet.OfWords("of"),
        Over = new() { { "over|out of", true } },
        Ordinals = new()
        {
            { "first", 1 }, { "second", 2 }, { "third", 3 }, { "fourth", 4 }, { "fifth", 5 }, { "sixth", 6 }, { "seventh", 7 },
            { "eighth", 8 }, { "ninth", 9 }, { "tenth", 10 }, { "eleventh", 11 }, { "twelfth", 12 }, { "thirteenth", 13 },
            { "fourteenth", 14 }, { "fifteenth", 15 }, { "sixteenth", 16 }, { "seventeenth", 17 }, { "eighteenth", 18 },
            { "nineteenth", 19 }, { "twentieth", 20 }, { "twenty first", 21 }, { "twenty second", 22 }, { "twenty third", 23 },
            { "twenty fourth", 24 }, { "twenty fifth", 25 }, { "twenty sixth", 26 }, { "twenty seventh", 27 },
            { "twenty eighth", 28 }, { "twenty ninth", 29 }, { "thirtieth", 30 }, { "thirty first", 31 },
        },
        OrdinalSuffixes = WordSet.OfWords("st nd rd th"),
    };
}
