using Spark.Expressions.Tests.Support;

namespace Spark.Expressions.Tests.Evaluation;

public sealed class PathTests
{
    private const string Order = """{"customer":{"name":"Ada"},"lines":[{"sku":"a","price":2,"tags":["x","y"]},{"sku":"b","price":3,"tags":["z"]}]}""";

    [Theory]
    [InlineData("customer.name", "\"Ada\"")]
    [InlineData("lines.sku", """["a","b"]""")]
    [InlineData("lines.tags", """["x","y","z"]""")]
    [InlineData("lines[price > 2].sku", "\"b\"")]
    [InlineData("lines[price > 2].sku[]", """["b"]""")]
    [InlineData("lines[-1].sku", "\"b\"")]
    [InlineData("lines[[0..1]].price", "[2,3]")]
    [InlineData("lines.nothing", "undefined")]
    [InlineData("lines^(>price).sku", """["b","a"]""")]
    [InlineData("lines{sku: price}", """{"a":2,"b":3}""")]
    [InlineData("lines#$i.($i & sku)", """["0a","1b"]""")]
    [InlineData("lines@$l.{'who': customer.name, 'what': $l.sku}", """[{"who":"Ada","what":"a"},{"who":"Ada","what":"b"}]""")]
    [InlineData("lines.tags.{'tag': $, 'sku': %.sku}", """[{"tag":"x","sku":"a"},{"tag":"y","sku":"a"},{"tag":"z","sku":"b"}]""")]
    [InlineData("**.price ~> $sum", "5")]
    [InlineData("$sum(lines.(price * 2))", "10")]
    public void A_path_over_an_order(string expression, string expected) => Evaluate.Json(expression, Order).ShouldBe(expected);

    [Theory]
    [InlineData("{\"b\":1,\"2\":2,\"1\":3}", """{"1":3,"2":2,"b":1}""")]
    [InlineData("1/0", "null")]
    [InlineData("0.1+0.2", "0.30000000000000004")]
    [InlineData("$string(0.1+0.2)", "\"0.3\"")]
    [InlineData("$string(12345678901234567890)", "\"12345678901234567000\"")]
    [InlineData("1e21 & ''", "\"1e+21\"")]
    [InlineData("missing ?? 'x'", "\"x\"")]
    [InlineData("'' ?: 'x'", "\"x\"")]
    [InlineData("/ab/('xab').start", "1")]
    [InlineData("$now()", "\"2026-03-29T12:30:00.000Z\"")]
    [InlineData("$map([1,2], $power(?, 2))", "[1,4]")]
    [InlineData("|$|{'a': 1}, 'b'|", "\"\"")]
    [InlineData("{'b': 2} ~> |$|{'a': 1}, 'b'|", """{"a":1}""")]
    public void The_language_at_large(string expression, string expected) => Evaluate.Json(expression).ShouldBe(expected);

    [Theory]
    [InlineData("result.", "S0207", 7, "(end)")]
    [InlineData("$foo(1)", "T1006", 5, "foo")]
    [InlineData("sum(1)", "T1005", 4, "sum")]
    [InlineData("1 + 'x'", "T2002", 3, "+")]
    [InlineData("$sum('x')", "T0412", 5, "sum")]
    [InlineData("(1; 2", "S0203", 5, "(end)")]
    [InlineData("$match('a', /(/)", "S0302", 16, null)]
    [InlineData("/(?i)a/", "U1009", 7, "(?i)a")]
    public void A_mistake_has_a_code_a_place_and_a_token(string expression, string code, int position, string? token)
    {
        var wrong = Evaluate.Failure(expression);
        (wrong.Code, wrong.Position, wrong.Token).ShouldBe((code, position, token));
    }

    [Fact]
    public void A_type_error_names_the_function_the_argument_and_what_it_got() =>
        Evaluate.Failure("$pad('a', 'b')").Message.ShouldBe("Argument 2 of pad does not fit: expected a number, got a string");
}
