using Spark.Expressions.Tests.Support;

namespace Spark.Expressions.Tests.Evaluation;

public sealed class LimitTests
{
    [Theory]
    [InlineData("($f := function($n){1 + $f($n)}; $f(1))", "U1001")]
    [InlineData("($f := function($n){$f($n)}; $f(1))", "U1002")]
    [InlineData("[1..5000000]", "D2015")]
    [InlineData("[1..90000].([1..10])", "D2015")]
    [InlineData("$reduce([1..40], function($a, $i){$a & $a}, 'xxxx')", "U1004")]
    [InlineData("$pad('x', 1e9)", "U1004")]
    [InlineData("$reduce([1..100], function($a, $i){[[$a], [$a]]}, 1)", "U1005")]
    [InlineData("$string($reduce([1..100], function($a, $i){[[$a], [$a]]}, 1))", "U1004")]
    [InlineData("$boolean($reduce([1..100], function($a, $i){[[$a], [$a]]}, 0))", "U1002")]
    [InlineData("($x := $reduce([1..100], function($a, $i){[[$a], [$a]]}, 0); $y := $reduce([1..100], function($a, $i){[[$a], [$a]]}, 0); $x = $y)", "U1002")]
    [InlineData("$distinct([$reduce([1..60], function($a, $i){[[$a], [$a]]}, 0), 1])", "U1002")]
    [InlineData("($c := $reduce([1..99999], function($a, $i){{'f': $a.f ~> $uppercase}}, {'f': $uppercase}); $g := $c.f; $g('x'))", "U1001")]
    [InlineData("$ ~> |$|{'a': $, 'b': $}|", "U1005")]
    [InlineData("$formatInteger(1e30, 'I')", "U1004")]
    [InlineData("$eval('($f := function($n){$f($n)}; $f(1))')", "U1002")]
    [InlineData("$toMillis('x', $pad('', 19998, '[Y]'))", "U1009")]
    public void A_bound_ends_an_evaluation(string expression, string code) => Evaluate.Failure(expression).Code.ShouldBe(code);

    [Fact]
    public void A_bound_is_met_at_the_same_place_every_time()
    {
        const string Loop = "($f := function($n){$n > 4 ? $f($n - 1) : $n}; $f($n))";
        var limits = EvaluationLimits.Default with { MaxSteps = 1000 };
        var most = Enumerable.Range(0, 1000).First(n => Fails(Loop, n, limits));
        Enumerable.Range(0, 5).ShouldAllBe(_ => Fails(Loop, most, limits) && !Fails(Loop, most - 1, limits));
    }

    [Fact]
    public void Time_is_the_last_resort() =>
        Evaluate.Failure("($f := function($n){$f($n)}; $f(1))", "{}", EvaluationLimits.Wide with { TimeLimit = TimeSpan.FromMilliseconds(50) })
            .Code.ShouldBe("U1001");

    [Fact]
    public void A_regular_expression_that_backtracks_is_cut_off() =>
        Evaluate.Failure($"$contains('{new string('a', 40)}!', /^(a+)+(?=x)$/)").Code.ShouldBe("U1006");

    [Fact]
    public void A_regular_expression_without_looking_around_takes_linear_time() =>
        Evaluate.Json($"$contains('{new string('a', 5000)}!', /^(a+)+$/)").ShouldBe("false");

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("-", "")]
    [InlineData("a.", "")]
    [InlineData("1+", "")]
    [InlineData("$f(", ")")]
    [InlineData("a ? b : ", "")]
    public void An_expression_nested_too_deeply_is_refused(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 20_000)) + "1" + string.Concat(Enumerable.Repeat(close, 20_000));
        Should.Throw<ExpressionException>(() => Expression.Parse(text)).Code.ShouldBe("U1008");
    }

    [Fact]
    public void A_small_stack_is_enough_for_every_depth_that_is_allowed()
    {
        string? code = null;
        var thread = new Thread(() => code = Evaluate.Failure("($f := function($n){[$map([1], function($v){{'a': 1 + $f($n)}})]}; $f(1))").Code, 1024 * 1024);
        thread.Start();
        thread.Join();
        code.ShouldBe("U1001");
    }

    private static bool Fails(string expression, int n, EvaluationLimits limits)
    {
        try
        {
            Expression.Parse(expression).Evaluate(Value.Undefined, Evaluate.Options() with
            {
                Limits = limits,
                Bindings = new Dictionary<string, Value>(StringComparer.Ordinal) { ["n"] = Value.From(n) },
            });
            return false;
        }
        catch (ExpressionException)
        {
            return true;
        }
    }
}
