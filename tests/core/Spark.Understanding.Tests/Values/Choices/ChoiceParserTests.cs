using Spark.Understanding.Tests.Support;
using Spark.Understanding.Values;

namespace Spark.Understanding.Tests.Values.Choices;

public sealed class ChoiceParserTests
{
    private static readonly ValueContext English = Answer.English with
    {
        Choices =
        [
            new("low", "It can wait", ["later"]),
            new("normal", "Today please", []),
            new("high", "I cannot work", ["urgent", "very urgent"]),
        ],
    };

    private static readonly ValueContext Dutch = Answer.Dutch with
    {
        Choices = [new("low", "Het kan wachten", []), new("normal", "Liefst vandaag", []), new("high", "Ik kan niet werken", ["één spoedgeval"])],
    };

    [Theory]
    [InlineData("low", "low")]
    [InlineData("HIGH", "high")]
    [InlineData("it can wait", "low")]
    [InlineData("Today, please!", "normal")]
    [InlineData("urgent", "high")]
    [InlineData("2", "normal")]
    [InlineData("2.", "normal")]
    [InlineData("#2", "normal")]
    [InlineData("2️⃣", "normal")]
    [InlineData("number two", "normal")]
    [InlineData("option 3", "high")]
    [InlineData("the second", "normal")]
    [InlineData("the 2nd one please", "normal")]
    [InlineData("I'd like the first one", "low")]
    [InlineData("last", "high")]
    [InlineData("the last one", "high")]
    [InlineData("urg", "high")]
    [InlineData("tod", "normal")]
    [InlineData("high please", "high")]
    [InlineData("I think it can wait", "low")]
    [InlineData("I cannot work at all!", "high")]
    public void An_option_is_named_in_many_ways(string text, string value) => Answer.Read("choice", text, English)!.Value.Text.ShouldBe(value);

    [Theory]
    [InlineData("de tweede", "normal")]
    [InlineData("doe maar de laatste", "high")]
    [InlineData("nummer 1", "low")]
    [InlineData("Ik kan niet werken", "high")]
    [InlineData("een spoedgeval", "high")]
    [InlineData("liefst", "normal")]
    public void An_option_is_named_in_Dutch(string text, string value) => Answer.Read("choice", text, Dutch)!.Value.Text.ShouldBe(value);

    [Theory]
    [InlineData("my laptop has low memory")]
    [InlineData("not the first")]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("the fourth")]
    [InlineData("i")]
    [InlineData("low or high")]
    [InlineData("talk to a human")]
    [InlineData("")]
    public void An_unrelated_sentence_names_none(string text) => Answer.Read("choice", text, English).ShouldBeNull();

    [Fact]
    public void A_prefix_that_two_share_names_none()
    {
        ValueContext context = Answer.English with { Choices = [new("north", "North", []), new("northeast", "North-east", []), new("south", "South", [])] };
        Answer.Read("choice", "nor", context).ShouldBeNull();
        Answer.Read("choice", "north", context)!.Value.Text.ShouldBe("north");
    }

    [Fact]
    public void Numbers_to_choose_from_are_not_positions()
    {
        ValueContext context = Answer.English with { Choices = [new("5", "5", []), new("10", "10", []), new("2", "2", [])] };
        Answer.Read("choice", "2", context)!.Value.Text.ShouldBe("2");
        Answer.Read("choice", "3", context).ShouldBeNull();
    }

    [Fact]
    public void Without_options_there_is_nothing_to_choose() => Answer.Read("choice", "1").ShouldBeNull();

    [Theory]
    [InlineData("2", "second", "Windows 2", "Windows 7")]
    [InlineData("yes", "first", "Yes", "No")]
    [InlineData("Yes", null, "Yes", "Yes!")]
    [InlineData("C", "first", "C", "C++")]
    [InlineData("second", "second", "Second", "First")]
    public void What_could_name_another_option_too_is_weighed_against_it(string text, string? value, string first, string second)
    {
        ValueContext context = Answer.English with { Choices = [new("first", first, []), new("second", second, [])] };

        (Answer.Read("choice", text, context)?.Text).ShouldBe(value);
    }
}
