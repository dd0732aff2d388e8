using Spark.Engine.Reading.Values;

namespace Spark.Engine.Tests.Reading.Values;

/// <summary>Durations such as <c>8s</c>.</summary>
public sealed class DurationsTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("8s", 8_000)]
    [InlineData("2m", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("30d", 2_592_000_000)]
    public void Digits_and_a_unit_are_a_duration(string text, double milliseconds) =>
        Durations.Read(text).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1.5s")]
    [InlineData("1 s")]
    [InlineData("1sm")]
    [InlineData("99999999999d")]
    [InlineData("99999999999999999999s")]
    public void Anything_else_is_none(string text) => Durations.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("5min", "5m")]
    [InlineData("30 days", "30d")]
    [InlineData("2 Sec", "2s")]
    [InlineData("P30D", null)]
    [InlineData("30", null)]
    [InlineData("99999999999 days", null)]
    public void One_that_is_written_as_elsewhere_was_meant_as_ours(string text, string? meant) => Durations.Meant(text).ShouldBe(meant);
}
