using Spark.Actions.Tests.Support;

namespace Spark.Actions.Tests.OpeningHours;

/// <summary>The action <c>opening-hours</c>: days, holidays, exceptions, nights, and the days on which clocks change.</summary>
public sealed class OpeningHoursTests
{
    private const string Desk = """
        "hours":{"monday-friday":["08:00-12:00","13:00-17:00"],"saturday":["09:00-12:00"]},"holidays":["12-25","2026-04-06"],"exceptions":{"2026-12-24":["08:00-10:00"],"2026-04-05":["10:00-11:00"]}
        """;

    [Theory]
    [InlineData("2026-03-02T08:00:00+01:00", "open", "2026-03-02T12:00:00+01:00", null)]
    [InlineData("2026-03-02T07:59:59+01:00", "closed", null, "2026-03-02T08:00:00+01:00")]
    [InlineData("2026-03-02T12:00:00+01:00", "closed", null, "2026-03-02T13:00:00+01:00")]
    [InlineData("2026-03-07T12:00:00+01:00", "closed", null, "2026-03-09T08:00:00+01:00")]
    [InlineData("2026-03-27T17:00:00+01:00", "closed", null, "2026-03-28T09:00:00+01:00")]
    [InlineData("2026-03-28T12:00:00+01:00", "closed", null, "2026-03-30T08:00:00+02:00")]
    [InlineData("2026-12-24T09:00:00+01:00", "open", "2026-12-24T10:00:00+01:00", null)]
    [InlineData("2026-12-24T10:00:00+01:00", "closed", null, "2026-12-26T09:00:00+01:00")]
    [InlineData("2026-04-04T12:30:00+02:00", "closed", null, "2026-04-05T10:00:00+02:00")]
    [InlineData("2026-04-05T11:00:00+02:00", "closed", null, "2026-04-07T08:00:00+02:00")]
    public async Task It_is_open_or_closed_until(string at, string result, string? closes, string? opens) =>
        await ExpectAsync("Europe/Brussels", Desk, at, result, closes, opens);

    [Theory]
    [InlineData("2026-03-07T01:30:00+01:00", "open", "2026-03-07T02:00:00+01:00", null)]
    [InlineData("2026-03-06T22:00:00+01:00", "open", "2026-03-07T02:00:00+01:00", null)]
    [InlineData("2026-03-07T02:00:00+01:00", "closed", null, "2026-03-13T22:00:00+01:00")]
    public async Task A_night_ends_on_the_next_day(string at, string result, string? closes, string? opens) =>
        await ExpectAsync("Europe/Brussels", "\"hours\":{\"friday\":[\"22:00-02:00\"]}", at, result, closes, opens);

    [Theory]
    [InlineData("2026-03-29T00:30:00Z", "closed", null, "2026-03-29T03:30:00+02:00")]
    [InlineData("2026-10-25T00:29:00Z", "closed", null, "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25T01:45:00Z", "open", "2026-10-25T04:00:00+01:00", null)]
    public async Task Where_clocks_change_nothing_opens_twice_or_never(string at, string result, string? closes, string? opens) =>
        await ExpectAsync("Europe/Brussels", "\"hours\":{\"sunday\":[\"02:30-04:00\"]}", at, result, closes, opens);

    [Fact]
    public async Task Times_that_touch_are_one() =>
        await ExpectAsync(
            "UTC", "\"hours\":{\"monday\":[\"08:00-12:00\",\"12:00-24:00\"],\"tuesday\":[\"00:00-06:00\"]}", "2026-03-02T09:00:00Z", "open", "2026-03-03T06:00:00+00:00", null);

    [Fact]
    public async Task What_never_opens_says_so() =>
        await ExpectAsync("UTC", "\"hours\":{}", "2026-03-02T09:00:00Z", "closed", null, null);

    [Theory]
    [InlineData("nl", "2026-03-06T18:00:00+01:00", "zaterdag 7 maart 09:00")]
    [InlineData("nl", "2026-03-06T12:30:00+01:00", "13:00")]
    public async Task When_it_changes_is_told_in_the_persons_language(string language, string at, string text)
    {
        await using var actions = await InstalledActions.LoadAsync();
        var ended = await actions.RunAsync("opening-hours", $$"""{"opening-hours":"Europe/Brussels","at":"{{at}}",{{Desk}}}""", InstalledActions.Context(language));
        ended.Output["changesText"].AsString().ShouldBe(text);
    }

    [Theory]
    [InlineData("Nowhere", "\"hours\":{}")]
    [InlineData("UTC", "\"hours\":{\"mon\":[\"08:00-17:00\"]}")]
    [InlineData("UTC", "\"hours\":{\"monday\":[\"8-17\"]}")]
    [InlineData("UTC", "\"hours\":{\"monday\":[\"08:00-08:00\"]}")]
    [InlineData("UTC", "\"hours\":{\"monday\":[\"08:00-25:00\"]}")]
    [InlineData("UTC", "\"hours\":{},\"holidays\":[\"02-30\"]")]
    [InlineData("UTC", "\"hours\":{},\"exceptions\":{\"12-24\":[]}")]
    [InlineData("UTC", "\"hours\":{},\"at\":\"noon\"")]
    public async Task What_cannot_be_read_fails_for_good(string zone, string fields)
    {
        await using var actions = await InstalledActions.LoadAsync();
        var ended = await actions.RunAsync("opening-hours", $$"""{"opening-hours":"{{zone}}",{{fields}}}""");
        (ended.Result, ended.IsFinal).ShouldBe(("failed", true));
        ended.Reason.ShouldNotBeNullOrEmpty();
    }

    private static async Task ExpectAsync(string zone, string fields, string at, string result, string? closes, string? opens)
    {
        await using var actions = await InstalledActions.LoadAsync();
        var ended = await actions.RunAsync("opening-hours", $$"""{"opening-hours":"{{zone}}","at":"{{at}}",{{fields}}}""");
        ended.Result.ShouldBe(result, ended.Reason);
        ended.Output["isOpen"].ToBoolean().ShouldBe(result == "open");
        ended.Output["closesAt"].ToText().ShouldBe(closes ?? "");
        ended.Output["opensAt"].ToText().ShouldBe(opens ?? "");
    }
}
