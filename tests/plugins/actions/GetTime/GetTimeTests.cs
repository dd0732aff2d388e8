using Spark.Actions.Tests.Support;
using Spark.Expressions;

namespace Spark.Actions.Tests.GetTime;

/// <summary>The action <c>get-time</c>, where it is most easily wrong: where clocks change.</summary>
public sealed class GetTimeTests
{
    [Theory]
    [InlineData("Europe/Brussels", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00", false)]
    [InlineData("Europe/Brussels", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00", true)]
    [InlineData("Europe/Brussels", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00", true)]
    [InlineData("Europe/Brussels", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00", false)]
    [InlineData("Asia/Kolkata", "2026-03-01T12:00:00+01:00", "2026-03-01T16:30:00+05:30", false)]
    [InlineData("America/St_Johns", "2026-12-31T23:00:00-08:00", "2027-01-01T03:30:00-03:30", false)]
    [InlineData("UTC", "2026-02-28T23:59:59Z", "2026-02-28T23:59:59+00:00", false)]
    public async Task A_moment_is_told_in_the_zones_own_time(string zone, string at, string iso, bool isDaylightSaving)
    {
        await using var actions = await InstalledActions.LoadAsync();
        var ended = await actions.RunAsync("get-time", $$"""{"get-time":"{{zone}}","at":"{{at}}"}""");
        ended.Result.ShouldBe("ok", ended.Reason);
        ended.Output["local"]["iso"].AsString().ShouldBe(iso);
        ended.Output["isDaylightSaving"].ToBoolean().ShouldBe(isDaylightSaving);
    }

    [Fact]
    public async Task The_parts_are_those_of_chatlayer()
    {
        await using var actions = await InstalledActions.LoadAsync();
        var ended = await actions.RunAsync("get-time", """{"get-time":"Europe/Brussels"}""");
        ended.Output["utc"].ToJson().ShouldBe(
            """{"year":2026,"month":3,"dayOfMonth":1,"dayOfWeek":0,"hours":12,"minutes":0,"seconds":0,"iso":"2026-03-01T12:00:00+00:00","date":"2026-03-01","time":"12:00"}""");
        ended.Output["local"]["hours"].AsNumber().ShouldBe(13);
        ended.Output["offsetMinutes"].AsNumber().ShouldBe(60);
    }

    [Theory]
    [InlineData("en-GB", null, "1 March 2026 13:00")]
    [InlineData("nl", "dddd d MMMM, HH:mm", "zondag 1 maart, 13:00")]
    [InlineData("de", "dddd", "Sonntag")]
    public async Task The_text_is_the_languages(string locale, string? format, string text)
    {
        await using var actions = await InstalledActions.LoadAsync();
        var fields = format is null ? "" : $",\"format\":\"{format}\"";
        var ended = await actions.RunAsync("get-time", $$"""{"get-time":"Europe/Brussels"{{fields}}}""", InstalledActions.Context(locale));
        ended.Output["text"].AsString().ShouldEndWith(text);
    }

    [Theory]
    [InlineData("""{"get-time":"Mars/Olympus"}""")]
    [InlineData("""{"get-time":"UTC","at":"yesterday"}""")]
    [InlineData("""{"get-time":"UTC","at":"2026-03-01"}""")]
    [InlineData("""{"get-time":"UTC","at":"2026-03-01T12:00:00"}""")]
    [InlineData("""{"get-time":"UTC","format":"%"}""")]
    public async Task What_cannot_be_read_fails_for_good(string input)
    {
        await using var actions = await InstalledActions.LoadAsync();
        var ended = await actions.RunAsync("get-time", input);
        (ended.Result, ended.IsFinal).ShouldBe(("failed", true));
        ended.Reason.ShouldNotBeNullOrEmpty();
    }
}
