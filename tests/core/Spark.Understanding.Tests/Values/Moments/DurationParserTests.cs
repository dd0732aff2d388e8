using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values.Moments;

public sealed class DurationParserTests
{
    [Theory]
    [InlineData("2 hours", "en", "PT2H")]
    [InlineData("it takes me two hours and 30 minutes", "en", "PT2H30M")]
    [InlineData("2h30", "en", "PT2H30M")]
    [InlineData("half an hour", "en", "PT30M")]
    [InlineData("an hour and a half", "en", "PT1H30M")]
    [InlineData("1.5 hours", "en", "PT1H30M")]
    [InlineData("90 min", "en", "PT1H30M")]
    [InlineData("three quarters of an hour", "en", "PT45M")]
    [InlineData("2 weeks", "en", "P14D")]
    [InlineData("a year and 6 months", "en", "P1Y6M")]
    [InlineData("1.5 years", "en", "P1Y6M")]
    [InlineData("PT90M", "en", "PT1H30M")]
    [InlineData("p1dt12h", "en", "P1DT12H")]
    [InlineData("een half uur", "nl", "PT30M")]
    [InlineData("anderhalf uur", "nl", "PT1H30M")]
    [InlineData("een kwartier", "nl", "PT15M")]
    [InlineData("drie kwartier", "nl", "PT45M")]
    [InlineData("2,5 dag", "nl", "P2DT12H")]
    [InlineData("2 dagen, 3 uur en 5 minuten", "nl", "P2DT3H5M")]
    public void A_duration_is_read(string text, string language, string duration) => Answer.Show("duration", text, language).ShouldBe(duration);

    [Theory]
    [InlineData("2")]
    [InlineData("half a month")]
    [InlineData("2 hours or 3 hours")]
    [InlineData("9999999 years")]
    [InlineData("P")]
    [InlineData("a while")]
    public void What_is_not_one_duration_is_none(string text) => Answer.Read("duration", text).ShouldBeNull();

    [Fact]
    public void Bounds_count_seconds()
    {
        Answer.Read("duration", "1 hour", Answer.English with { Min = 3600, Max = 3600 }).ShouldNotBeNull();
        Answer.Read("duration", "59 minutes", Answer.English with { Min = 3600 }).ShouldBeNull();
    }
}
