using Spark.Understanding.Tests.Support;
using Spark.Understanding.Values;

namespace Spark.Understanding.Tests.Values;

public sealed class TextParserTests
{
    [Fact]
    public void A_text_is_the_whole_answer_as_written() =>
        Answer.Show("text", "  My Screen is BLACK!\nReally. ").ShouldBe("My Screen is BLACK!\nReally.");

    [Fact]
    public void An_empty_answer_is_no_text() => Answer.Read("text", " \n ").ShouldBeNull();

    [Fact]
    public void Length_counts_what_people_see_as_characters()
    {
        ValueContext three = Answer.English with { Min = 3, Max = 3 };
        Answer.Read("text", "👩‍👩‍👧éa", three).ShouldNotBeNull();
        Answer.Read("text", "ab", three).ShouldBeNull();
        Answer.Read("text", "abcd", three).ShouldBeNull();
    }

    [Fact]
    public void A_pattern_must_match_the_whole()
    {
        ValueContext code = Answer.English with { Pattern = "[A-Z]{2}[0-9]+|none" };
        Answer.Read("text", "AB12", code)!.Value.Text.ShouldBe("AB12");
        Answer.Read("text", "AB12!", code).ShouldBeNull();
        Answer.Read("text", "xnone", code).ShouldBeNull();
    }

    [Theory]
    [InlineData("(a+)+b")]
    [InlineData(@"(?=(a+)+b)a+b|(a+)+\1b")]
    public void A_malicious_pattern_does_not_hang(string pattern)
    {
        ValuePattern.FindProblem(pattern).ShouldBeNull();
        Answer.Read("text", new string('a', 5000), Answer.English with { Pattern = pattern }).ShouldBeNull();
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a)(b")]
    [InlineData("[z-a]")]
    public void A_broken_pattern_is_named_and_matches_nothing(string pattern)
    {
        ValuePattern.FindProblem(pattern).ShouldNotBeNull();
        Answer.Read("text", "a", Answer.English with { Pattern = pattern }).ShouldBeNull();
    }
}
