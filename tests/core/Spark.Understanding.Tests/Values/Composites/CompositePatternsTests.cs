using Spark.Understanding.Intents;
using Spark.Understanding.Values.Composites;

namespace Spark.Understanding.Tests.Values.Composites;

public sealed class CompositePatternsTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 7, 14, 30, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<SlotVariable> Parts =
    [
        new() { Name = "from", Type = "choice", Choices = [new("ams", "Amsterdam", []), new("par", "Paris", ["city of light"])] },
        new() { Name = "to", Type = "choice", Choices = [new("ams", "Amsterdam", []), new("par", "Paris", ["city of light"])] },
        new() { Name = "many", Type = "integer" },
        new() { Name = "size", Type = "quantity" },
        new() { Name = "day", Type = "date" },
        new() { Name = "note", Type = "text" },
    ];

    [Theory]
    [InlineData("from Amsterdam to Paris", "0-22 from@5-13=ams to@18-22=par")]
    [InlineData("please go to the city of light, tomorrow", "")]
    [InlineData("from amsterdm to the moon", "")]
    [InlineData("tickets from paris to amsterdam tomorrow please", "8-39 from@13-17=par to@22-30=ams day@32-39=2026-10-08")]
    [InlineData("twenty-two of 5 km, and 3 of 2 kg", "0-17 many@0-9=22 size@14-17=5 km; 24-32 many@24-24=3 size@29-32=2 kg")]
    [InlineData("remark: call me before noon, thanks", "0-26 note@8-26=call me before noon")]
    [InlineData("4 Paris", "0-6 many@0-0=4 to@2-6=par")]
    public void The_parts_are_found_with_their_places(string text, string expected)
    {
        var found = Patterns("from {from} to {to}", "from {from} to {to} {day}", "{many} of {size}", "remark {note}", "{many} {to}").Find(text, "en-GB", Now);
        string.Join("; ", found.Select(Show)).ShouldBe(expected);
    }

    [Fact]
    public void Equal_parts_are_equal_values()
    {
        var patterns = Patterns("from {from} to {to}", "to {to} from {from}");
        var first = patterns.Find("from Paris to Amsterdam", "en", Now).Single().Value;
        patterns.Find("to amsterdam from PARIS", "en", Now).Single().Value.ShouldBe(first);
        patterns.Find("to Paris from Amsterdam", "en", Now).Single().Value.ShouldNotBe(first);
        first["from"]!.Value.Text.ShouldBe("par");
        first["day"].ShouldBeNull();
    }

    [Theory]
    [InlineData("nothing in it")]
    [InlineData("{note} {many}")]
    [InlineData("{many} and {many}")]
    [InlineData("{what}")]
    [InlineData("{note}")]
    public void A_pattern_that_cannot_be_used_is_told(string pattern) => Patterns(pattern).Problems.ShouldHaveSingleItem().Message.ShouldNotBeEmpty();

    [Fact]
    public void Text_that_is_made_to_be_hard_is_given_up() =>
        Patterns("{many} of {size}", "from {from} to {to}").Find(string.Concat(Enumerable.Repeat("1 of 1 from to ", 600)), "en", Now).ShouldBeEmpty();

    private static CompositePatterns Patterns(params string[] patterns) =>
        new(Parts, new Dictionary<string, IReadOnlyList<string>> { ["en"] = patterns }, new Dictionary<string, Vocabulary>());

    private static string Show(CompositeEntity entity) =>
        $"{entity.Start}-{entity.End - 1} {string.Join(' ', entity.Parts.Select(part => $"{part.Name}@{part.Start}-{part.End - 1}={part.Value}"))}";
}
