using Spark.Actions.Tests.Support;

namespace Spark.Actions.Tests.Log;

/// <summary>The action <c>log</c>: what is said, and what is not shown.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task A_line_is_logged_with_its_values()
    {
        await using var actions = await InstalledActions.LoadAsync();
        var ended = await actions.RunAsync("log", """{"log":"Unlocked","level":"warning","data":{"system":"directory","tries":3,"list":["a","b"]}}""");
        ended.Output["logged"].AsString().ShouldBe("Unlocked (system=directory, tries=3, list=[a, b])");
        actions.Logs.Lines.ShouldContain(line => line.StartsWith("Warning A bot says: Unlocked system=directory, tries=3, list=[a, b] (c-7-0)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"log":"mail to jo@acme.com failed"}""", "mail to *** failed")]
    [InlineData("""{"log":"call +32 470 12 34 56"}""", "call ***")]
    [InlineData("""{"log":"with Bearer abcdefghijkl"}""", "with ***")]
    [InlineData("""{"log":"key 0123456789abcdef0123456789abcdef"}""", "key ***")]
    [InlineData("""{"log":"one\nError two\r\u001b[31m"}""", "one Error two  [31m")]
    [InlineData("""{"log":"x","data":{"password":"p","apiKey":"k","user":{"accessToken":"t","name":"n"}}}""", "x (password=***, apiKey=***, user={accessToken=***, name=n})")]
    [InlineData("""{"log":"x","data":{"problem":"my cat"},"mask":["problem"]}""", "x (problem=***)")]
    public async Task What_tells_who_somebody_is_or_opens_a_door_is_not_shown(string input, string logged)
    {
        await using var actions = await InstalledActions.LoadAsync();
        (await actions.RunAsync("log", input)).Output["logged"].AsString().ShouldBe(logged);
    }

    [Fact]
    public async Task A_level_that_is_none_fails()
    {
        await using var actions = await InstalledActions.LoadAsync();
        (await actions.RunAsync("log", """{"log":"x","level":"loud"}""")).Result.ShouldBe("failed");
    }
}
