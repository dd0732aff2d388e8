using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

internal static class EnglishMoments
{
    public static DateWords Dates { get; } = new()
    {
        DayFirst = false,
        DayFirstRegions = WordSet.OfWords("GB UK IE AU NZ ZA IN BE NL EU MT SG HK 150"),
        Months = new()
        {
            { "january|jan", 1 }, { "february|feb", 2 }, { "march|mar", 3 }, { "april|apr", 4 }, { "may", 5 }, { "june|jun", 6 },
            { "july|jul", 7 }, { "august|aug", 8 }, { "september|sept|sep", 9 }, { "october|oct", 10 }, { "november|nov", 11 },
            { "december|dec", 12 },
        },
        Weekdays = new()
        {
            { "monday|mon", DayOfWeek.Monday }, { "tuesday|tue|tues", DayOfWeek.Tuesday }, { "wednesday|wed|weds", DayOfWeek.Wednesday },
            { "thursday|thu|thur|thurs", DayOfWeek.Thursday }, { "friday|fri", DayOfWeek.Friday }, { "saturday|sat", DayOfWeek.Saturday },
            { "sunday|sun", DayOfWeek.Sunday },
        },
        RelativeDays = new()
        {
            { "today|tonight|this morning|this afternoon|this evening", 0 },
            { "tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr", 1 }, { "yesterday|last night", -1 },
            { "day after tomorrow|the day after tomorrow", 2 }, { "day before yesterday|the day before yesterday", -2 },
        },
        Next = WordSet.OfWords("next following"),
        Coming = WordSet.OfWords("coming upcoming"),
        This = WordSet.OfWords("this"),
        Last = WordSet.OfWords("last previous past"),
        Weeks = new() { { "this week", 0 }, { "next week|the next week|of next week", 1 }, { "last week|of last week", -1 } },
        Articles = WordSet.OfWords("the a an this"),
        Of = WordSet.OfWords("of in"),
        In = WordSet.OfWords("in within"),
        FromNow = new() { { "from now|from today|later|hence", true } },
        Ago = new() { { "ago|back|earlier|before now", true } },
        Units = new()
        {
            { "second|seconds|sec|secs|s", TimeUnit.OfSeconds(1) }, { "minute|minutes|min|mins|m", TimeUnit.OfSeconds(60) },
            { "hour|hours|hr|hrs|h", TimeUnit.OfSeconds(3600) }, { "day|days|d", TimeUnit.OfDays(1) },
            { "week|weeks|wk|wks|w", TimeUnit.OfDays(7) }, { "fortnight|fortnights", TimeUnit.OfDays(14) },
            { "month|months", TimeUnit.OfMonths(1) }, { "year|years|yr|yrs|y", TimeUnit.OfMonths(12) },
            { "decade|decades", TimeUnit.OfMonths(120) }, { "quarter of an hour|quarter hour", TimeUnit.OfSeconds(900) },
            { "quarters of an hour", TimeUnit.OfSeconds(900) },
        },
        Half = WordSet.OfWords("half"),
    };

    public static TimeWords Times { get; } = new()
    {
        OClock = WordSet.OfWords("o'clock"),
        HourLetters = WordSet.OfWords("h"),
        At = WordSet.OfWords("at"),
        Past = WordSet.OfWords("past after"),
        To = WordSet.OfWords("to til till before of"),
        Minutes = WordSet.OfWords("minutes minute min mins"),
        Half = WordSet.OfWords("half"),
        Quarter = WordSet.OfWords("quarter"),
        HalfIsBefore = false,
        Named = new() { { "noon|midday|high noon", new TimeOnly(12, 0) }, { "midnight", new TimeOnly(0, 0) } },
        Now = new() { { "now|right now|immediately|asap|as soon as possible|at once|straight away|right away", true } },
        Meridiems = new() { { "am|a m", PartOfDay.Morning }, { "pm|p m", PartOfDay.Afternoon } },
        PartsOfDay = new()
        {
            { "in the morning|this morning|morning", PartOfDay.Morning },
            { "in the afternoon|in the evening|this afternoon|this evening|afternoon|evening", PartOfDay.Afternoon },
            { "at night|tonight|in the night", PartOfDay.Night },
        },
    };
}
