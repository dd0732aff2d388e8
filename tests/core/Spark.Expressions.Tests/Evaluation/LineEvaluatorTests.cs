using Spark.Expressions.Evaluation;
using Spark.Expressions.Tests.Support;

namespace Spark.Expressions.Tests.Evaluation;

public sealed class LineEvaluatorTests
{
    [Theory]
    [InlineData("""{"expr":"a.b","data":{"a":{"b":[1]}}}""", """{"result":[1]}""")]
    [InlineData("""{"expr":"a.c","data":{"a":{}}}""", """{"undefined":true}""")]
    [InlineData("""{"expr":"$x + 1","bindings":{"x":2}}""", """{"result":3}""")]
    [InlineData("""{"expr":"null"}""", """{"result":null}""")]
    [InlineData("""{"expr":"result."}""", """{"error":{"code":"S0207","token":"(end)","position":7,"message":"The expression ends too early"}}""")]
    public void A_line_gives_a_line(string line, string expected) => Evaluator().Evaluate(line).ShouldBe(expected);

    [Theory]
    [InlineData("nonsense", "U1007")]
    [InlineData("{}", "U1007")]
    [InlineData("""{"expr":"($f := function($n){1 + $f($n)}; $f(1))","depth":50}""", "U1001")]
    [InlineData("""{"expr":"($f := function($n){$f($n)}; $f(1))","timelimit":20}""", "U1001")]
    public void A_line_that_fails_gives_an_error(string line, string code) =>
        Value.Parse(Evaluator().Evaluate(line))["error"]["code"].AsString().ShouldBe(code);

    [Theory]
    [InlineData("a[0]", """{"result":1}""")]
    [InlineData("b", """{"undefined":true}""")]
    [InlineData("a.", """{"error":{"code":"S0207","token":"(end)","position":2,"message":"The expression ends too early"}}""")]
    public void An_expression_alone_gives_a_line(string expression, string expected) =>
        Evaluator().Evaluate(expression, Value.Parse("""{"a":[1]}""")).ShouldBe(expected);

    [Fact]
    public async Task Lines_are_answered_in_order()
    {
        using var input = new StringReader("{\"expr\":\"1\"}\n\n{\"expr\":\"2\"}\n");
        using var output = new StringWriter();
        await Evaluator().RunAsync(input, output, TestContext.Current.CancellationToken);
        output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).ShouldBe(["{\"result\":1}", "{\"result\":2}"]);
    }

    private static LineEvaluator Evaluator() => new(Evaluate.Options() with { Limits = EvaluationLimits.Wide });
}
