using FsCheck;
using FsCheck.Fluent;
using Spark.Expressions.Tests.Support;

namespace Spark.Expressions.Tests.Properties;

public sealed class PropertyTests
{
    private static readonly EvaluationLimits Tight = new()
    {
        MaxSteps = 20_000, MaxDepth = 200, MaxSequence = 2_000, MaxString = 5_000, MaxResult = 5_000, TimeLimit = TimeSpan.FromSeconds(20),
    };

    [Fact]
    public void Printing_and_parsing_again_is_stable() => Check(Expressions.WellFormed(20), text =>
    {
        if (TryParse(text) is { } expression)
        {
            var printed = expression.ToCanonicalText();
            Expression.Parse(printed).ToCanonicalText().ShouldBe(printed, text);
        }
    });

    [Fact]
    public void A_printed_expression_means_the_same() => Check(Expressions.WellFormed(12), text =>
    {
        if (TryParse(text) is { } expression && !text.Contains("$eval", StringComparison.Ordinal))
        {
            foreach (var document in new[] { "{}", """{"a":[{"a":1,"b":2},{"a":3}],"b":[{"c":"z"},{"c":["y"]}]}""" })
            {
                Outcome(Expression.Parse(expression.ToCanonicalText()), document).ShouldBe(Outcome(expression, document), text);
            }
        }
    });

    [Fact]
    public void Evaluation_throws_nothing_but_its_own_error() => Check(
        from text in Gen.OneOf(Expressions.WellFormed(25), Expressions.Mutated())
        from document in Expressions.Documents()
        select (Text: text, Document: document),
        each =>
        {
            if (TryParse(each.Text) is { } expression)
            {
                Outcome(expression, each.Document).ShouldNotBeNull();
                _ = expression.Analysis;
            }
        });

    [Fact]
    public void The_same_evaluation_again_gives_the_same_bytes() => Check(Expressions.WellFormed(16), text =>
    {
        if (TryParse(text) is { } expression)
        {
            Outcome(expression, """{"a":[3,1,2],"b":{"c":[1,2]}}""").ShouldBe(Outcome(expression, """{"a":[3,1,2],"b":{"c":[1,2]}}"""));
        }
    });

    [Fact]
    public void A_template_throws_nothing_but_its_own_error() => Check(Expressions.Mutated(), text =>
    {
        try
        {
            TextTemplate.Parse($"a {{{text}}} b").Evaluate(Value.Parse("{\"a\":1}"), Options()).ToJson();
        }
        catch (ExpressionException)
        {
        }
    });

    private static void Check<T>(Gen<T> generator, Action<T> property) =>
        Prop.ForAll(generator.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500).WithReplay(20260329, 77));

    private static EvaluationOptions Options() => Evaluate.Options() with { Limits = Tight };

    private static Expression? TryParse(string text)
    {
        try
        {
            return Expression.Parse(text);
        }
        catch (ExpressionException)
        {
            return null;
        }
    }

    private static string Outcome(Expression expression, string document)
    {
        try
        {
            return expression.Evaluate(Value.Parse(document), Options()).ToString();
        }
        catch (ExpressionException wrong)
        {
            return wrong.Code;
        }
    }
}
