using Spark.Engine.Reading.Values;

namespace Spark.Engine.Tests.Reading.Values;

/// <summary>The names that an expression takes from its scope.</summary>
public sealed class ScopeNamesTests
{
    [Theory]
    [InlineData("a.b.c", "a@0")]
    [InlineData("a = 1 and b in [c, \"d\"]", "a@0 b@10 c@16")]
    [InlineData("$contains(account, \"@acme\")", "account@10")]
    [InlineData("'x' & y & `odd name`", "y@6 odd name@10")]
    [InlineData("orders[price > 3].total", "orders@0")]
    [InlineData("[a][0]", "a@1")]
    [InlineData("{\"k\": a, b: c}", "a@6 b@9 c@12")]
    [InlineData("a.(b + c)", "a@0")]
    [InlineData("a ? b : c", "a@0 b@4 c@8")]
    [InlineData("$map(list, function($x) { $x.y + z })", "list@5 z@33")]
    [InlineData("true and null = false", "")]
    [InlineData("a /* b */ + c", "a@0 c@12")]
    [InlineData("$match(a, /b c/i)", "a@7")]
    [InlineData("items^(>price).name", "items@0")]
    [InlineData("(a).b", "a@1")]
    [InlineData("1 + 2e3 + a1", "a1@10")]
    public void Names_begin_a_path(string expression, string expected) =>
        string.Join(' ', ScopeNames.Find(expression).Select(name => $"{name.Name}@{name.Position}")).ShouldBe(expected);
}
