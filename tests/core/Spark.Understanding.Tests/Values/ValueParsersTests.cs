using System.Diagnostics;
using System.Globalization;
using Spark.Understanding.Tests.Support;
using Spark.Understanding.Text;
using Spark.Understanding.Values;

namespace Spark.Understanding.Tests.Values;

public sealed class ValueParsersTests
{
    private static readonly ValueContext WithChoices = Answer.Dutch with { Choices = [new("a", "Eerste keus", []), new("b", string.Empty, [string.Empty])] };

    private static readonly string[] Bits =
    [
        "a", "1", "1.", "12:", "(", "+31 ", "een ", "one ", "half ", "en ", "tweeen", "a@", "a.b", "http://", "P1", "in ", "over ", "123 ", "1/", "-", "5 mei ",
        "hundred ", "honderd", "dozen ", "e9", "^9", "\uD83D", "👍", "é\u0301", "ﷺ", "\u202E", "\uFFFE", "\uDC00", "yes no ", "next friday ", "quarter to ", "2h",
    ];

    [Fact]
    public void Each_type_has_one_parser() =>
        ValueParsers.All.Select(parser => parser.Type).ShouldBe(
            ["text", "number", "integer", "email", "phone", "url", "yesno", "choice", "date", "time", "date-time", "duration", "percentage", "money", "quantity", "temperature", "age", "language", "composite"],
            ignoreOrder: true);

    [Fact]
    public void A_type_that_is_not_read_from_text_has_no_parser() => ValueParsers.Find("object").ShouldBeNull();

    [Fact]
    public void No_text_makes_a_parser_throw_or_hang()
    {
        foreach (string bit in Bits)
        {
            string text = string.Concat(Enumerable.Repeat(bit, TextNormalizer.MaximumLength / 2 / bit.Length));
            foreach (IValueParser parser in ValueParsers.All)
            {
                long start = Stopwatch.GetTimestamp();
                Should.NotThrow(() => parser.Parse(text, WithChoices), $"{parser.Type} {bit}");
                Should.NotThrow(() => parser.Parse(text, Answer.English), $"{parser.Type} {bit}");

                // Far above what a busy machine takes, far below what a pattern that goes wild takes.
                Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(30), $"{parser.Type} {bit}");
            }
        }
    }

    [Fact]
    public void Random_texts_make_no_parser_throw()
    {
        uint state = 1;
        for (int round = 0; round < 2000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 6).Select(_ => Bits[Next(Bits.Length)]));
            foreach (IValueParser parser in ValueParsers.All)
            {
                Should.NotThrow(() => parser.Parse(text, WithChoices), $"{parser.Type} {text}");
            }
        }

        // A generator of our own, so that a failure comes back on every machine.
        int Next(int count)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            return (int)((state >> 16) % (uint)count);
        }
    }

    [Fact]
    public void A_text_beyond_the_limit_holds_no_value()
    {
        string text = "5 jo@acme.com" + new string(' ', TextNormalizer.MaximumLength);
        ValueParsers.All.ShouldAllBe(parser => parser.Parse(text, WithChoices) == null);
    }

    [Fact]
    public void The_culture_of_the_machine_plays_no_part()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Answer.Show("number", "1,234.5").ShouldBe("1234.5");
            Answer.Show("email", "IT@INFO.COM").ShouldBe("IT@info.com");
            Answer.Show("yesno", "FINE").ShouldBe("true");
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Answer.Show("date", "tomorrow").ShouldBe("2026-10-08");
            Answer.Show("duration", "90 minutes").ShouldBe("PT1H30M");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_value_of_one_kind_is_not_read_as_another()
    {
        Should.Throw<InvalidOperationException>(() => ParsedValue.Of("a").Number);
        Should.Throw<ArgumentOutOfRangeException>(() => ParsedValue.Of(double.NaN));
        ParsedValue.Of("a").ShouldBe(ParsedValue.Of("a"));
    }
}
