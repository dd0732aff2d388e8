namespace Spark.Expressions.Tests.Analysis;

/// <summary>A condition is seen as the claims that it joins.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("a = 1", "a = 1")]
    [InlineData("a=1 and (b=2 or $not(c))", "a = 1|b = 2|c")]
    [InlineData("(a = 1)", "a = 1")]
    [InlineData("$contains(a, \"and\")", "$contains(a, \"and\")")]
    public void Claims_are_what_and_or_and_not_join(string condition, string claims) =>
        string.Join('|', Expression.Parse(condition).Formula.Claims.Select(claim => claim.Text.Replace(",\"", ", \"", StringComparison.Ordinal))).ShouldBe(claims);

    [Theory]
    [InlineData("a and b", "a", false)]
    [InlineData("a or b", "a", true)]
    [InlineData("$not(a) or b", "a", false)]
    [InlineData("$not(a and $not(b))", "a", false)]
    public void It_is_decided_by_the_truth_of_its_claims(string condition, string holds, bool expected) =>
        Expression.Parse(condition).Formula.Decide(claim => claim.Text == holds).ShouldBe(expected);

    [Theory]
    [InlineData("a.b = 1", "a.b")]
    [InlineData("1 < a", "a")]
    [InlineData("a in [1, 2]", "a")]
    [InlineData("$exists(a)", "a")]
    [InlineData("a", "a")]
    [InlineData("a = b", null)]
    [InlineData("a = [1]", null)]
    [InlineData("\"x\" in a", null)]
    [InlineData("$length(a) > 3", null)]
    public void A_claim_that_compares_one_field_with_literals_is_decided_by_its_value(string condition, string? field) =>
        Expression.Parse(condition).Formula.Claims.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Theory]
    [InlineData("a = 1", 1d, true)]
    [InlineData("a != 1", null, false)]
    [InlineData("2 > a", 1d, true)]
    [InlineData("a in [1, 2]", 3d, false)]
    [InlineData("$exists(a)", null, false)]
    [InlineData("$exists(a)", 0d, true)]
    [InlineData("a", 0d, false)]
    [InlineData("a < \"x\"", 1d, null)]
    public void It_says_of_a_value_what_evaluating_it_would_say(string condition, double? value, bool? expected)
    {
        var given = value is { } number ? Value.From(number) : Value.Undefined;
        Expression.Parse(condition).Formula.Claims.ShouldHaveSingleItem().Holds(given).ShouldBe(expected);
    }

    [Theory]
    [InlineData("$random() > 0.5", false)]
    [InlineData("$now() > a", false)]
    [InlineData("$contains(a, \"x\")", true)]
    [InlineData("a = 1", true)]
    public void What_asks_for_the_moment_or_for_chance_is_not_the_same_twice(string condition, bool isSteady) =>
        Expression.Parse(condition).Formula.Claims.ShouldHaveSingleItem().IsSteady.ShouldBe(isSteady);
}
