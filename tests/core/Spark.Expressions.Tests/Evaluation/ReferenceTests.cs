using Spark.Expressions.Evaluation;
using Spark.Expressions.Tests.Support;

namespace Spark.Expressions.Tests.Evaluation;

/// <summary>What only a comparison with the reference showed: places of errors above all.</summary>
public sealed class ReferenceTests
{
    private const string Rows = """{"a":[{"x":1},{"x":2}],"b":[{"c":1,"d":{"x":1}},{"c":2,"d":{"x":2}}]}""";

    [Theory]
    [InlineData("($f := function($x){1+'a'}; $f(1))", "T2002", 31, "\"+\"")]
    [InlineData("($f := function($x){$sum($x)}; $f('a'))", "T0412", 24, "\"sum\"")]
    [InlineData("($f := function($x){1+$sum($x)}; $f('a'))", "T0412", 36, "\"sum\"")]
    [InlineData("($f := $sum; $f('a'))", "T0412", 16, "\"f\"")]
    [InlineData("($f := function($n){$n > 0 ? 1 + $f($n-1) : 1 + 'a'}; $f(3))", "T2002", 36, "\"+\"")]
    [InlineData("($f := function($n){1 + $n}; $f(1) + $sum($map(['a'], $f)))", "T2002", 47, "\"+\"")]
    [InlineData("$map(['a'], $sum)", "T0412", 5, "\"map\"")]
    [InlineData("$map([1], function($x){{1:2}})", "T1003", 5, "\"map\"")]
    [InlineData("'a' ~> $sum", "T0412", -1, "undefined")]
    [InlineData("'a' ~> $sum()", "T0412", 12, "\"sum\"")]
    public void An_error_inside_a_function_is_told_at_the_call(string expression, string code, int position, string token) =>
        ShouldFail(expression, code, position, token);

    [Theory]
    [InlineData("true and 1+'a'", "T2002", 8, "\"and\"")]
    [InlineData("false or $sum('a')", "T0412", 8, "\"or\"")]
    [InlineData("(1+'a') and true", "T2002", 3, "\"+\"")]
    [InlineData("(1/0) and true", "D1001", 9, "\"and\"")]
    public void An_error_on_the_right_of_and_and_or_is_told_there(string expression, string code, int position, string token) =>
        ShouldFail(expression, code, position, token);

    [Theory]
    [InlineData("1 2", "S0201", 3, "2")]
    [InlineData("1 true", "S0201", 6, "true")]
    [InlineData("1 null", "S0201", 6, "null")]
    [InlineData("[1 'a']", "S0202", 6, "\"a\"")]
    [InlineData("1 := 2", "S0212", 1, "1")]
    [InlineData("function(/a/){1}", "S0208", 12, "{}")]
    [InlineData("function(function(){1}){1}", "S0208", 18, "\"(\"")]
    [InlineData("2()", "T1006", 2, "2")]
    [InlineData("null(?)", "T1008", 5, "null")]
    [InlineData("%()", "T1006", 2, "undefined")]
    [InlineData("{'a': 1, 'a': 2}", "D1009", 1, "undefined")]
    public void The_token_of_an_error_is_a_value(string expression, string code, int position, string token) =>
        ShouldFail(expression, code, position, token, "[{}]");

    [Theory]
    [InlineData("$not(x~", "S0204", 7, "\"~\"")]
    [InlineData(",~", "S0204", 2, "\"~\"")]
    [InlineData("1 !", "S0204", 3, "\"!\"")]
    [InlineData("(/a/)", "S0211", 2, "\"/\"")]
    [InlineData("[/a/]", "S0211", 2, "\"/\"")]
    [InlineData("function(){1}/2", "S0302", 15, "undefined")]
    [InlineData("a^(b)/2", "S0302", 7, "undefined")]
    [InlineData("$match('a', /[)]/)", "S0302", 18, "undefined")]
    [InlineData("a.-1", "S0213", 4, "undefined")]
    [InlineData("%.a", "S0217", -1, "\"path\"")]
    [InlineData("(%)", "S0217", 1, "\"block\"")]
    public void A_mistake_in_writing_is_told_where_the_reference_tells_it(string expression, string code, int position, string token) =>
        ShouldFail(expression, code, position, token);

    [Theory]
    [InlineData("$contains('World', missing)", "undefined")]
    [InlineData("$replace('World', 'o', missing)", "\"Wundefinedrld\"")]
    [InlineData("$replace('World', missing, 'a', 0)", "\"World\"")]
    [InlineData("$filter([12, 3], /../)", "12")]
    [InlineData("-1[0][]", "[-1]")]
    [InlineData("-1[$ > 0]", "undefined")]
    [InlineData("[{'a':1}][0].a", "undefined")]
    [InlineData("['abc'][0].$", """["a","b","c"]""")]
    [InlineData("[].x[]", "[[]]")]
    [InlineData("[].x.{'y': %.z}", "[]")]
    [InlineData("$round(1, 4.49)", "null")]
    [InlineData("$round(1.7976931348623157e308, 1)", "null")]
    [InlineData("$parseInteger('Z', 'I')", "null")]
    [InlineData("$parseInteger('mcm', 'i')", "1900")]
    [InlineData("$toMillis('18-03-23', '[Y]-[M]-[D]')", "-1633996800000")]
    [InlineData("$fromMillis(1521801216617, '[M,1-3]/[D01,1-1]')", "\"3/23\"")]
    public void A_result_is_that_of_the_reference(string expression, string expected) => Evaluate.Json(expression).ShouldBe(expected);

    [Theory]
    [InlineData("$$[0]", "[1,2]")]
    [InlineData("$$[-1]", "[3,4]")]
    [InlineData("$clone()", "[[1,2],[3,4]]")]
    public void An_input_that_is_an_array_is_itself(string expression, string expected) =>
        Evaluate.Json(expression, "[[1,2],[3,4]]").ShouldBe(expected);

    [Theory]
    [InlineData("a#$i^(>x).{'i':$i,'x':x}", """[{"i":1,"x":2},{"i":0,"x":1}]""")]
    [InlineData("a#$i^(>x)[$i=0]", "undefined")]
    [InlineData("a#$i^(>x)[0].{'i':$i}", """{"i":1}""")]
    [InlineData("a#$i^(>x)[i=1].{'i':$i}", """{"i":1}""")]
    [InlineData("a#$i^(>x){'k':$i}", "{}")]
    [InlineData("a#$i^(>x){'k':`@`.x}", """{"k":[2,1]}""")]
    [InlineData("b.d^(>%.c).x", "[2,1]")]
    [InlineData("b.d^(>%.c)[x=1]", "undefined")]
    public void Behind_an_order_by_predicates_and_groupings_see_rows(string expression, string expected) =>
        Evaluate.Json(expression, Rows).ShouldBe(expected);

    [Theory]
    [InlineData("$type(1/0)", "D1001")]
    [InlineData("$fromMillis(0, '[ZN]')", "D3134")]
    public void A_value_is_refused_as_in_the_reference(string expression, string code) => Evaluate.Failure(expression).Code.ShouldBe(code);

    [Fact]
    public void A_line_tells_a_number_as_token_as_a_number() =>
        new LineEvaluator(Evaluate.Options()).Evaluate("""{"expr":"1 2"}""").ShouldContain("\"token\":2,\"position\":3");

    private static void ShouldFail(string expression, string code, int position, string token, string input = "{}")
    {
        var wrong = Evaluate.Failure(expression, input);
        (wrong.Code, wrong.Position, wrong.TokenValue.IsUndefined ? "undefined" : wrong.TokenValue.ToJson()).ShouldBe((code, position, token));
    }
}
