using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

internal static class DutchMoments
{
    public static DateWords Dates { get; } = new()
    {
        DayFirst = true,
        DayFirstRegions = WordSet.Empty,
        Months = new()
        {
            { "januari|jan", 1 }, { "februari|feb", 2 }, { "maart|mrt", 3 }, { "april|apr", 4 }, { "mei", 5 }, { "juni|jun", 6 },
            { "juli|jul", 7 }, { "augustus|aug", 8 }, { "september|sept|sep", 9 }, { "oktober|okt", 10 }, { "november|nov", 11 },
            { "december|dec", 12 },
        },
        Weekdays = new()
        {
            { "maandag|ma", DayOfWeek.Monday }, { "dinsdag|di", DayOfWeek.Tuesday }, { "woensdag|wo", DayOfWeek.Wednesday },
            { "donderdag|do", DayOfWeek.Thursday }, { "vrijdag|vr", DayOfWeek.Friday }, { "zaterdag|za", DayOfWeek.Saturday },
            { "zondag|zo", DayOfWeek.Sunday },
        },
        RelativeDays = new()
        {
            { "vandaag|vanochtend|vanmorgen|vanmiddag|vanavond|vannacht", 0 },
            { "morgen|morgenochtend|morgenmiddag|morgenavond|morgenvroeg", 1 },
            { "gisteren|gister|gisterochtend|gistermiddag|gisteravond", -1 }, { "overmorgen", 2 }, { "eergisteren|eergister", -2 },
        },
        Next = WordSet.OfWords("volgende"),
        Coming = WordSet.OfWords("komende aanstaande eerstvolgende"),
        This = WordSet.OfWords("deze"),
        Last = WordSet.OfWords("afgelopen vorige laatste verleden"),
        Weeks = new() { { "deze week", 0 }, { "volgende week|komende week", 1 }, { "vorige week|afgelopen week", -1 } },
        Articles = WordSet.OfWords("de het een den"),
        Of = WordSet.OfWords("van"),
        In = WordSet.OfWords("over binnen"),
        FromNow = new() { { "vanaf nu|vanaf vandaag|later", true } },
        Ago = new() { { "geleden|terug", true } },
        Units = new()
        {
            { "seconde|seconden|secondes|sec|s", TimeUnit.OfSeconds(1) }, { "minuut|minuten|minuutje|minuutjes|min|m", TimeUnit.OfSeconds(60) },
            { "uur|uren|uurtje|uurtjes|u|h", TimeUnit.OfSeconds(3600) }, { "kwartier|kwartiertje|kwartieren", TimeUnit.OfSeconds(900) },
            { "dag|dagen|d", TimeUnit.OfDays(1) }, { "week|weken|wk|w", TimeUnit.OfDays(7) },
            { "maand|maanden|mnd", TimeUnit.OfMonths(1) }, { "jaar|jaren|jr|j", TimeUnit.OfMonths(12) },
        },
        Half = WordSet.OfWords("half halve"),
    };

    public static TimeWords Times { get; } = new()
    {
        OClock = WordSet.OfWords("uur u"),
        HourLetters = WordSet.OfWords("u h"),
        At = WordSet.OfWords("om"),
        Past = WordSet.OfWords("over na"),
        To = WordSet.OfWords("voor"),
        Minutes = WordSet.OfWords("minuten minuut min"),
        Half = WordSet.OfWords("half"),
        Quarter = WordSet.OfWords("kwart"),
        HalfIsBefore = true,
        Named = new() { { "middernacht", new TimeOnly(0, 0) }, { "twaalf uur 's middags", new TimeOnly(12, 0) } },
        Now = new() { { "nu|nu meteen|meteen|direct|onmiddellijk|zo snel mogelijk|dadelijk", true } },
        Meridiems = new() { { "am|a m", PartOfDay.Morning }, { "pm|p m", PartOfDay.Afternoon } },
        PartsOfDay = new()
        {
            { "'s ochtends|'s morgens|in de ochtend|in de voormiddag|ochtend|vanochtend|vanmorgen|morgenochtend|morgenvroeg|voormiddag", PartOfDay.Morning },
            { "'s middags|'s avonds|'s namiddags|in de middag|in de avond|in de namiddag|vanmiddag|vanavond|morgenmiddag|morgenavond|avond|middag|namiddag|gistermiddag|gisteravond", PartOfDay.Afternoon },
            { "'s nachts|in de nacht|vannacht", PartOfDay.Night },
        },
    };
}
