using Spark.Host.Understanding;
using Spark.Understanding.Intents;
using Spark.Understanding.Values.Composites;

namespace Spark.Host.Tests.Understanding;

public sealed class EntityLinesTests
{
    private readonly StoppedClock _time = new(new DateTimeOffset(2026, 10, 7, 22, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_line_is_answered_with_its_entities() =>
        (await RunAsync("""{"text":"pay € 20","language":"en","now":"2026-10-07T12:00:00","zone":"Europe/Amsterdam"}"""))
            .ShouldContain("""{"text":"€ 20","start":4,"end":7,"type":"currency","resolution":{"value":"20","unit":"Euro","isoCurrency":"EUR"}}""");

    [Fact]
    public async Task A_moment_has_one_value_for_each_way_to_take_it() =>
        (await RunAsync("""{"text":"5 mei","language":"nl","now":"2026-10-07T12:00:00"}""")).ShouldContain(
            "\"values\":[{\"timex\":\"XXXX-05-05\",\"type\":\"date\",\"value\":\"2026-05-05\"},{\"timex\":\"XXXX-05-05\",\"type\":\"date\",\"value\":\"2027-05-05\"}]");

    [Theory]
    [InlineData("""{"text":"today","zone":"Europe/Amsterdam"}""", "2026-10-08")]
    [InlineData("""{"text":"today"}""", "2026-10-07")]
    [InlineData("""{"text":"today","now":"2026-12-31T23:30:00Z","zone":"Europe/Amsterdam"}""", "2027-01-01")]
    [InlineData("""{"text":"today","now":"2026-12-31T23:30:00","zone":"Europe/Amsterdam"}""", "2026-12-31")]
    public async Task Today_is_the_day_of_the_persons_clock(string line, string today) => (await RunAsync(line)).ShouldContain($"\"value\":\"{today}\"");

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"language":"en"}""")]
    [InlineData("""{"text":"today","now":"soon"}""")]
    [InlineData("""{"text":"today","zone":"Nowhere/Land"}""")]
    [InlineData("""{"text":5}""")]
    [InlineData("[1]")]
    public async Task A_line_that_cannot_be_read_is_answered_with_an_error_and_the_next_one_is_read(string line)
    {
        var answers = (await RunAsync(line + "\n\n{\"text\":\"five\"}", isSound: false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        answers.Length.ShouldBe(2);
        answers[0].ShouldStartWith("{\"error\":");
        answers[1].ShouldContain("\"value\":\"5\"");
    }

    [Fact]
    public async Task The_composites_of_a_bot_are_found_with_the_places_of_their_parts()
    {
        var route = new CompositePatterns(
            [new() { Name = "many", Type = "integer" }, new() { Name = "room", Type = "text", Pattern = "[A-Z][0-9]" }],
            new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["{many} chairs in {room}"] },
            new Dictionary<string, Vocabulary>());
        var output = new StringWriter { NewLine = "\n" };
        await new EntityLines(_time, new Dictionary<string, CompositePatterns> { ["order"] = route })
            .RunAsync(new StringReader("""{"text":"we need 3 chairs in B4"}"""), output, TestContext.Current.CancellationToken);
        output.ToString().ShouldContain(
            """{"text":"3 chairs in B4","start":8,"end":21,"type":"composite.order","resolution":{"parts":{"many":{"text":"3","start":8,"end":8,"value":3},"room":{"text":"B4","start":20,"end":21,"value":"B4"}}}}""");
    }

    private async Task<string> RunAsync(string lines, bool isSound = true)
    {
        var output = new StringWriter { NewLine = "\n" };
        (await new EntityLines(_time).RunAsync(new StringReader(lines), output, TestContext.Current.CancellationToken)).ShouldBe(isSound);
        return output.ToString();
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
