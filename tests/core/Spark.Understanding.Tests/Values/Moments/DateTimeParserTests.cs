using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values.Moments;

public sealed class DateTimeParserTests
{
    // The clock stands on Wednesday 7 October 2026, 14:30, two hours ahead of UTC.
    [Theory]
    [InlineData("2026-12-25T10:00:00Z", "en", "2026-12-25T10:00:00+00:00")]
    [InlineData("2026-12-25T10:00", "en", "2026-12-25T10:00:00+02:00")]
    [InlineData("tomorrow at 10", "en", "2026-10-08T10:00:00+02:00")]
    [InlineData("let's do next friday, 3pm", "en", "2026-10-16T15:00:00+02:00")]
    [InlineData("5/6/2027 15:30", "en", "2027-05-06T15:30:00+02:00")]
    [InlineData("at 3 pm", "en", "2026-10-07T15:00:00+02:00")]
    [InlineData("at 9:00", "en", "2026-10-08T09:00:00+02:00")]
    [InlineData("in 2 hours", "en", "2026-10-07T16:30:00+02:00")]
    [InlineData("now", "en", "2026-10-07T14:30:00+02:00")]
    [InlineData("morgen om half vier", "nl", "2026-10-08T03:30:00+02:00")]
    [InlineData("morgenavond om 8 uur", "nl", "2026-10-08T20:00:00+02:00")]
    [InlineData("over 2 uur", "nl", "2026-10-07T16:30:00+02:00")]
    public void A_day_and_a_time_are_put_together(string text, string language, string moment) =>
        Answer.Show("date-time", text, language).ShouldBe(moment);

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30T10:00")]
    [InlineData("tomorrow at 10 or friday at 11")]
    [InlineData("whenever")]
    public void What_is_not_one_moment_is_none(string text) => Answer.Read("date-time", text).ShouldBeNull();

    [Fact]
    public void The_ends_of_the_calendar_do_not_throw()
    {
        foreach (DateTimeOffset now in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
        {
            foreach (string text in new[] { "tomorrow at 10", "yesterday at 10", "in 2 hours", "last friday 9:00", "at 00:10", "1/2 at 3" })
            {
                Should.NotThrow(() => Answer.Read("date-time", text, Answer.English with { Now = now }));
            }
        }
    }
}
