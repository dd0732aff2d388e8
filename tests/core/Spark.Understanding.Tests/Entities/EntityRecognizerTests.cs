using System.Diagnostics;
using System.Globalization;
using Spark.Understanding.Entities;
using Spark.Understanding.Entities.Words;
using Spark.Understanding.Text;

namespace Spark.Understanding.Tests.Entities;

public sealed class EntityRecognizerTests
{
    // Wednesday.
    private static readonly DateTime Now = new(2026, 10, 7, 14, 30, 0);

    private const int Length = 600;

    private static readonly string[] Bits =
    [
        "a", "1", "1.", "12:", "(", "+31 ", "een ", "one ", "half ", "en ", "tweeen", "a@", "a.b", "http://", "in ", "over ", "123 ", "1/", "-", "5 mei ", "hundred ", "honderd",
        "dozen ", "e9", "^9", "\uD83D", "👍", "é\u0301", "ﷺ", "\u202E", "\uFFFE", "\uDC00", "yes no ", "next friday ", "quarter to ", "2h", "from ", "to ", "the ", "of ", "$", "½", "º",
        "every ", "last 3 ", "weeks ", "9999999999 years ", "before ", "christmas ", "de ", "la ", "y ", "mil ", "12/12/", "2020", "-2020", "T", "ago ", "0000", "99:99 ",
    ];

    public static TheoryData<string> Languages => [.. LanguageTables.Languages];

    [Theory]
    [InlineData("en", "move it to next Tuesday at 3pm please", "datetimeV2.datetime", "next Tuesday at 3pm", "2026-10-13 15:00:00")]
    [InlineData("nl", "verzet het naar volgende dinsdag om 15:00", "datetimeV2.datetime", "volgende dinsdag om 15:00", "2026-10-13 15:00:00")]
    [InlineData("de", "bitte auf übermorgen um 15:00 verschieben", "datetimeV2.datetime", "übermorgen um 15:00", "2026-10-09 15:00:00")]
    [InlineData("fr", "il y a deux semaines", "datetimeV2.date", "il y a deux semaines", "2026-09-23")]
    [InlineData("es", "pásalo a mañana a las 15:00", "datetimeV2.datetime", "mañana a las 15:00", "2026-10-08 15:00:00")]
    [InlineData("it", "sposta a domani alle 15:00", "datetimeV2.datetime", "domani alle 15:00", "2026-10-08 15:00:00")]
    [InlineData("pt", "dois meses atrás", "datetimeV2.date", "dois meses atrás", "2026-08-07")]
    [InlineData("en", "it took two and a half hours", "datetimeV2.duration", "two and a half hours", "9000")]
    [InlineData("de", "einhundertdreiundzwanzig Schrauben", "number", "einhundertdreiundzwanzig", "123")]
    [InlineData("it", "ventitré tastiere", "number", "ventitré", "23")]
    [InlineData("fr", "quatre-vingt-dix-sept écrans", "number", "quatre-vingt-dix-sept", "97")]
    [InlineData("es", "el vigésimo primero", "ordinal", "vigésimo primero", "21")]
    [InlineData("nl", "dat scheelt 12,5 procent", "percentage", "12,5 procent", "12,5%")]
    public void An_entity_is_found_with_its_place_and_value(string language, string text, string type, string found, string value)
    {
        Entity entity = Find(text, language).Single(candidate => candidate.Type == type);
        entity.Text.ShouldBe(found);
        text[entity.Start..entity.End].ShouldBe(found);
        entity.Values[0].Value.ShouldBe(value);
    }

    [Fact]
    public void A_day_without_a_year_is_meant_in_the_past_or_in_the_future() =>
        Find("on 5 May", "en").Single(entity => entity.Type == "datetimeV2.date").Values.Select(value => value.Value).ShouldBe(["2026-05-05", "2027-05-05"]);

    [Fact]
    public void An_hour_is_meant_before_or_after_noon() =>
        Find("see you at 7:30", "en").Single(entity => entity.Type == "datetimeV2.time").Values.Select(value => value.Value).ShouldBe(["07:30:00", "19:30:00"]);

    [Fact]
    public void A_day_that_no_calendar_has_is_found_and_not_resolved() =>
        Find("30 February", "en").Single(entity => entity.Type == "datetimeV2.date").Values[0].Value.ShouldBe("not resolved");

    [Fact]
    public void Entities_of_different_types_may_overlap() =>
        Find("she is five years old", "en").Select(entity => entity.Type).ShouldBe(["number", "age", "datetimeV2.duration"]);

    [Fact]
    public void A_region_reads_with_the_table_of_its_language() => Find("einundzwanzig", "de-AT")[0].Values[0].Value.ShouldBe("21");

    [Fact]
    public void A_language_without_a_table_reads_with_that_of_English() => Find("twenty-one", "sv")[0].Values[0].Value.ShouldBe("21");

    [Theory]
    [InlineData("No, thanks. May I ask who called?")]
    [InlineData("Just a second opinion, please")]
    [InlineData("")]
    public void Words_that_only_look_like_moments_are_none(string text) =>
        Find(text, "en").ShouldNotContain(entity => entity.Type.StartsWith("datetimeV2.date", StringComparison.Ordinal));

    [Theory]
    [InlineData("1.")]
    [InlineData("½")]
    [InlineData("a@")]
    [InlineData("2h")]
    [InlineData("two days before ")]
    public void A_text_of_full_length_is_read_in_bounded_time(string bit)
    {
        long start = Stopwatch.GetTimestamp();
        _ = Find(string.Concat(Enumerable.Repeat(bit, TextNormalizer.MaximumLength / bit.Length)), "en");

        // Far above what a busy machine takes, far below what rules that go wild take.
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_makes_the_recognizer_throw_or_hang(string language)
    {
        foreach (string bit in Bits)
        {
            string text = string.Concat(Enumerable.Repeat(bit, Length / bit.Length));
            long start = Stopwatch.GetTimestamp();
            Should.NotThrow(() => Find(text, language), bit);

            // Far above what a busy machine takes, far below what rules that go wild take.
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(30), bit);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Random_texts_make_no_recognizer_throw(string language)
    {
        uint state = 1;
        for (int round = 0; round < 300; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 7).Select(_ => Bits[Next(Bits.Length)]));
            Should.NotThrow(() => Find(text, language), text);
        }

        // A generator of our own, so that a failure comes back on every machine.
        int Next(int count)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            return (int)((state >> 16) % (uint)count);
        }
    }

    [Fact]
    public void Clocks_at_the_ends_of_the_calendar_make_no_recognizer_throw()
    {
        foreach (DateTime now in new[] { DateTime.MinValue, DateTime.MaxValue })
        {
            Should.NotThrow(() => EntityRecognizer.Find("next century, in 900 years, yesterday, 31 May, the 31st, last decade", new EntityContext("en", now)));
        }
    }

    [Fact]
    public void A_text_beyond_the_limit_holds_nothing() => Find("5" + new string(' ', TextNormalizer.MaximumLength), "en").ShouldBeEmpty();

    [Fact]
    public void The_culture_of_the_machine_plays_no_part()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "ar-SA", "tr-TR", "fa-IR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Find("the first quarter of 2027", "en").Single(entity => entity.Type == "datetimeV2.daterange").Values[0].Timex.ShouldBe("(2027-01-01,2027-04-01,P3M)");
                Find("1.5 INCHES", "en").Single(entity => entity.Type == "dimension").Values[0].Value.ShouldBe("1.5");
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IReadOnlyList<Entity> Find(string text, string language) => EntityRecognizer.Find(text, new EntityContext(language, Now));
}
