using System.Globalization;
using Spark.Offload;
using Spark.Plugins.Environments;
using Spark.Testing;

namespace Spark.Plugins.Tests.Environments;

public sealed class OpeningHoursTests
{
    private const string Hours = """
        publicUrl: https://bots.example.com
        connections:
          desk:
            plugin: live-desk
            hours:
              timeZone: Europe/Brussels
              week:
                mon-thu: 08:00-17:30
                fri: [08:00-12:00, 13:00-16:00]
                sat: 22:00-02:00
              holidays: [2026-12-25]
        """;

    private static ConnectionConfig Read(string text)
    {
        var reading = EnvironmentReader.Read(text, "environment.yaml");
        reading.Findings.Select(finding => finding.ToString()).ShouldBeEmpty();
        return reading.Config!.Connections.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("2026-11-23T07:00:00Z", true, "a Monday, eight o'clock in winter")]
    [InlineData("2026-11-23T06:59:59Z", false, "a second earlier")]
    [InlineData("2026-11-23T16:30:00Z", false, "the minute of the end is outside")]
    [InlineData("2026-07-20T06:00:00Z", true, "a Monday, eight o'clock in summer")]
    [InlineData("2026-07-20T15:30:00Z", false, "half past five in summer")]
    [InlineData("2026-11-27T11:30:00Z", false, "the break of a Friday")]
    [InlineData("2026-11-27T12:30:00Z", true, "after the break")]
    [InlineData("2026-11-22T10:00:00Z", false, "a Sunday")]
    [InlineData("2026-11-28T22:00:00Z", true, "Saturday night")]
    [InlineData("2026-11-29T00:30:00Z", true, "the night goes on past midnight")]
    [InlineData("2026-11-29T01:00:00Z", false, "until two")]
    [InlineData("2026-12-25T10:00:00Z", false, "a Friday, and a holiday")]
    public void The_desk_is_there_by_the_clock_on_its_wall(string at, bool isOpen, string why) =>
        Read(Hours).Hours!.IsOpen(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).ShouldBe(isOpen, why);

    // On 25 October 2026 the clock goes back from three to two: the hour that comes twice is open twice.
    [Theory]
    [InlineData("2026-10-25T00:30:00Z", true)]
    [InlineData("2026-10-25T01:30:00Z", true)]
    [InlineData("2026-10-25T02:00:00Z", false)]
    public void An_hour_that_comes_twice_is_open_twice(string at, bool isOpen) =>
        Read(Hours.Replace("sat: 22:00-02:00", "sat: 22:00-03:00", StringComparison.Ordinal)).Hours!
            .IsOpen(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).ShouldBe(isOpen);

    [Fact]
    public void A_connection_that_is_closed_or_switched_off_is_not_asked()
    {
        var clock = new ManualClock();
        new Availability(Read(Hours.Replace("plugin: live-desk", "plugin: live-desk\n    enabled: false", StringComparison.Ordinal)), clock)
            .Refusal()!.Result.ShouldBe(OffloadResult.Disabled);
        new Availability(Read(Hours.Replace("mon-thu: 08:00-17:30", "mon: 00:00-00:01", StringComparison.Ordinal).Replace("fri: [08:00-12:00, 13:00-16:00]", "", StringComparison.Ordinal).Replace("sat: 22:00-02:00", "", StringComparison.Ordinal)), clock)
            .Refusal()!.Result.ShouldBe(OffloadResult.Closed);
        new Availability(Read("publicUrl: https://bots.example.com\nconnections: { desk: { plugin: live-desk } }"), clock).Refusal().ShouldBeNull();
    }

    [Theory]
    [InlineData("timeZone: Europe/Brussels", "timeZone: Mars/Olympus", "Mars/Olympus")]
    [InlineData("mon-thu: 08:00-17:30", "mon-thu: 8 to 5", "8 to 5")]
    [InlineData("mon-thu:", "monday-thursday:", "monday-thursday")]
    [InlineData("[2026-12-25]", "[Christmas]", "Christmas")]
    public void What_cannot_be_read_is_named_with_its_place(string right, string wrong, string named)
    {
        var reading = EnvironmentReader.Read(Hours.Replace(right, wrong, StringComparison.Ordinal), "environment.yaml");
        reading.Config.ShouldBeNull();
        reading.Findings.ShouldContain(finding => finding.Message.Contains(named, StringComparison.Ordinal) && finding.At.Line > 3);
    }
}
