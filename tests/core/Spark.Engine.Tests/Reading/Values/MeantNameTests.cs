using Spark.Engine.Reading.Values;

namespace Spark.Engine.Tests.Reading.Values;

/// <summary>What a name that is written otherwise was meant to be.</summary>
public sealed class MeantNameTests
{
    [Theory]
    [InlineData("Hand Over", "hand-over")]
    [InlineData("hand_over", "hand-over")]
    [InlineData("hand-over.yaml", "hand-over")]
    [InlineData("goto hand-over", "hand-over")]
    [InlineData("hand-over ", "hand-over")]
    [InlineData("1st", null)]
    [InlineData("", null)]
    public void An_id_comes_of_what_was_written(string written, string? meant) => MeantName.Of(written, Names.Id()).ShouldBe(meant);

    [Theory]
    [InlineData("{urgency}", "urgency")]
    [InlineData("sub_category", "subCategory")]
    [InlineData("seat count", "seatCount")]
    [InlineData("Topic", "topic")]
    [InlineData("é", null)]
    public void A_variables_name_too(string written, string? meant) => MeantName.Of(written, Names.Variable()).ShouldBe(meant);

    [Theory]
    [InlineData("tite", "title")]
    [InlineData("label", "title")]
    [InlineData("href", "link")]
    [InlineData("colour", null)]
    public void A_field_is_known_by_the_words_of_other_systems(string name, string? meant) => MeantName.Field(name, ["title", "goto", "link", "set"]).ShouldBe(meant);
}
