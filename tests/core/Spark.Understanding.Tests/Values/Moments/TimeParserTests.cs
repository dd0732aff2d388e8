using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values.Moments;

public sealed class TimeParserTests
{
    [Theory]
    [InlineData("15:30", "15:30")]
    [InlineData("15:30:10", "15:30:10")]
    [InlineData("call me at 3 pm", "15:00")]
    [InlineData("3pm", "15:00")]
    [InlineData("3:30 p.m.", "15:30")]
    [InlineData("12 am", "00:00")]
    [InlineData("12 pm", "12:00")]
    [InlineData("half past three", "03:30")]
    [InlineData("quarter to five", "04:45")]
    [InlineData("a quarter past five in the afternoon", "17:15")]
    [InlineData("ten to one", "12:50")]
    [InlineData("noon", "12:00")]
    [InlineData("9 o'clock", "09:00")]
    [InlineData("in the evening, at 8", "20:00")]
    [InlineData("at 15", "15:00")]
    [InlineData("15h30", "15:30")]
    [InlineData("in 2 hours", "16:30")]
    public void An_English_time_is_read(string text, string time) => Answer.Show("time", text).ShouldBe(time);

    [Theory]
    [InlineData("15.30 uur", "15:30")]
    [InlineData("15u30", "15:30")]
    [InlineData("om 15u", "15:00")]
    [InlineData("half vier", "03:30")]
    [InlineData("half vier 's middags", "15:30")]
    [InlineData("kwart over drie", "03:15")]
    [InlineData("tien voor half vier", "03:20")]
    [InlineData("drie uur vanmiddag", "15:00")]
    [InlineData("vanavond om 8 uur", "20:00")]
    [InlineData("11 uur 's nachts", "23:00")]
    [InlineData("over een half uur", "15:00")]
    public void A_Dutch_time_is_read(string text, string time) => Answer.Show("time", text, "nl").ShouldBe(time);

    [Theory]
    [InlineData("25:00")]
    [InlineData("15:75")]
    [InlineData("14 pm")]
    [InlineData("at 3 or at 4")]
    [InlineData("I have 3 laptops")]
    [InlineData("sometime")]
    public void What_is_not_one_time_is_none(string text) => Answer.Read("time", text).ShouldBeNull();
}
