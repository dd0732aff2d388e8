using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values.Moments;

public sealed class DateParserTests
{
    // The clock stands on Wednesday 7 October 2026.
    [Theory]
    [InlineData("2026-12-25", "2026-12-25")]
    [InlineData("12/25/2026", "2026-12-25")]
    [InlineData("25/12/2026", "2026-12-25")]
    [InlineData("5/6/2027", "2027-05-06")]
    [InlineData("12/25", "2026-12-25")]
    [InlineData("1/2", "2027-01-02")]
    [InlineData("12/25/99", "1999-12-25")]
    [InlineData("May 5", "2027-05-05")]
    [InlineData("May 5th, 2028", "2028-05-05")]
    [InlineData("the 5th of november", "2026-11-05")]
    [InlineData("twenty-first of December", "2026-12-21")]
    [InlineData("Feb 29", "2028-02-29")]
    [InlineData("today", "2026-10-07")]
    [InlineData("I leave tomorrow", "2026-10-08")]
    [InlineData("yesterday", "2026-10-06")]
    [InlineData("the day after tomorrow", "2026-10-09")]
    [InlineData("friday", "2026-10-09")]
    [InlineData("wednesday", "2026-10-14")]
    [InlineData("next friday", "2026-10-16")]
    [InlineData("this friday", "2026-10-09")]
    [InlineData("last friday", "2026-10-02")]
    [InlineData("monday next week", "2026-10-12")]
    [InlineData("Friday, 9 October", "2026-10-09")]
    [InlineData("in 3 days", "2026-10-10")]
    [InlineData("in two weeks", "2026-10-21")]
    [InlineData("a month from now", "2026-11-07")]
    [InlineData("3 days ago", "2026-10-04")]
    [InlineData("the 15th", "2026-10-15")]
    [InlineData("the 5th", "2026-11-05")]
    public void An_English_date_is_read(string text, string date) => Answer.Show("date", text).ShouldBe(date);

    [Theory]
    [InlineData("5/6/2027", "2027-06-05")]
    [InlineData("5-6-27", "2027-06-05")]
    [InlineData("25.12.2026", "2026-12-25")]
    [InlineData("5 mei", "2027-05-05")]
    [InlineData("maandag 12 oktober", "2026-10-12")]
    [InlineData("de 15e", "2026-10-15")]
    [InlineData("vandaag", "2026-10-07")]
    [InlineData("morgen graag", "2026-10-08")]
    [InlineData("overmorgen", "2026-10-09")]
    [InlineData("volgende vrijdag", "2026-10-16")]
    [InlineData("komende vrijdag", "2026-10-09")]
    [InlineData("vrijdag volgende week", "2026-10-16")]
    [InlineData("over 3 dagen", "2026-10-10")]
    [InlineData("over een week", "2026-10-14")]
    [InlineData("drie dagen geleden", "2026-10-04")]
    public void A_Dutch_date_is_read(string text, string date) => Answer.Show("date", text, "nl").ShouldBe(date);

    [Fact]
    public void A_region_that_writes_the_day_first_is_heeded() => Answer.Show("date", "5/6/2027", "en-GB").ShouldBe("2027-06-05");

    [Theory]
    [InlineData("2026-02-30", "en")]
    [InlineData("May", "en")]
    [InlineData("monday or tuesday", "en")]
    [InlineData("in 99999999 years", "en")]
    [InlineData("10.0.0.1", "en")]
    [InlineData("I sat in the sun", "en")]
    [InlineData("zo snel mogelijk", "nl")]
    [InlineData("ik weet het niet", "nl")]
    public void What_is_not_one_date_is_none(string text, string language) => Answer.Read("date", text, language).ShouldBeNull();
}
