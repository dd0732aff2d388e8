using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading;

/// <summary>Did you mean …?</summary>
public sealed class NearestNameTests
{
    private static readonly string[] Names = ["hand-over", "welcome", "welcome-back", "unlock"];

    [Theory]
    [InlineData("welcom", "welcome")]
    [InlineData("wlecome", "welcome")]
    [InlineData("Hand-Over", "hand-over")]
    [InlineData("handover", "hand-over")]
    [InlineData("hand", "hand-over")]
    [InlineData("welc", null)]
    [InlineData("unl", null)]
    [InlineData("lock", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found_when_it_is_near(string word, string? expected) => NearestName.Find(word, Names).ShouldBe(expected);
}
