namespace Spark.Expressions.Tests.Analysis;

public sealed class AnalysisTests
{
    [Fact]
    public void It_tells_what_the_caller_must_give()
    {
        var analysis = Expression.Parse("($y := $x; $sum(order.lines[price > $z].price) + $y & customer.name & $.total)").Analysis;
        analysis.Variables.Select(name => name.Name).ShouldBe(["x", "z"]);
        analysis.Functions.Select(name => name.Name).ShouldBe(["sum"]);
        analysis.Fields.Select(name => name.Name).ShouldBe(["order.lines.price", "customer.name", "total"]);
    }

    [Fact]
    public void It_tells_where()
    {
        var field = Expression.Parse("1 + order.total").Analysis.Fields.ShouldHaveSingleItem();
        (field.Start, field.Position).ShouldBe((4, 15));
    }

    [Theory]
    [InlineData("'a'", ValueKind.String, false)]
    [InlineData("a = 1", ValueKind.Boolean, false)]
    [InlineData("a > 1", ValueKind.Boolean, true)]
    [InlineData("a & 1", ValueKind.String, false)]
    [InlineData("a + 1", ValueKind.Number, true)]
    [InlineData("1 + 2", ValueKind.Number, false)]
    [InlineData("a ? 'x' : 'y'", ValueKind.String, false)]
    [InlineData("a ? 'x'", ValueKind.String, true)]
    [InlineData("a ? 'x' : 1", null, false)]
    [InlineData("$count(a)", ValueKind.Number, true)]
    [InlineData("[a]", ValueKind.Array, false)]
    [InlineData("{}", ValueKind.Object, false)]
    [InlineData("a.b", null, true)]
    public void It_tells_the_kind_of_the_result(string text, ValueKind? kind, bool mayBeUndefined)
    {
        var analysis = Expression.Parse(text).Analysis;
        (analysis.ResultKind, analysis.MayBeUndefined).ShouldBe((kind, mayBeUndefined));
    }

    [Fact]
    public void It_tells_a_literal() => Expression.Parse(" 'x' ").Analysis.Literal.ShouldBe(Value.From("x"));
}
