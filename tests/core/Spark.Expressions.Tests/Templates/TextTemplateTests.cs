using Spark.Expressions.Tests.Support;

namespace Spark.Expressions.Tests.Templates;

public sealed class TextTemplateTests
{
    private static readonly Value Input = Value.Parse("""{"name":"Ada","count":3,"tags":["a","b"]}""");

    [Theory]
    [InlineData("Hello {name}!", "Hello Ada!")]
    [InlineData("{count} of {count + 1}", "3 of 4")]
    [InlineData("Nothing: {missing}.", "Nothing: .")]
    [InlineData("A {{brace}} and {name}", "A {brace} and Ada")]
    [InlineData("{name & '}'}{name}", "Ada}Ada")]
    [InlineData("x{ {'a': {'b': count}}.a.b }", "x3")]
    [InlineData("x{/* } */ name}", "xAda")]
    [InlineData("x{$replace(name, /\\}/, '')}", "xAda")]
    [InlineData("{tags} {tags[0]}", """["a","b"] a""")]
    [InlineData("50 } 60", "50 } 60")]
    [InlineData("", "")]
    public void A_text_is_filled_in(string text, string expected) =>
        TextTemplate.Parse(text).Evaluate(Input, Evaluate.Options()).AsString().ShouldBe(expected);

    [Theory]
    [InlineData("{count}", "3")]
    [InlineData("{tags}", """["a","b"]""")]
    [InlineData("{ {'n': count} }", """{"n":3}""")]
    [InlineData("{missing}", "undefined")]
    public void A_text_that_is_one_expression_keeps_its_type(string text, string expected) =>
        TextTemplate.Parse(text).Evaluate(Input, Evaluate.Options()).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("Hi {name", "S0203", 8)]
    [InlineData("Hi {}", "S0211", 5)]
    [InlineData("Hi {a b}", "S0202", 7)]
    [InlineData("Hi {1 + }", "S0211", 9)]
    public void A_mistake_points_into_the_text(string text, string code, int position)
    {
        var wrong = Should.Throw<ExpressionException>(() => TextTemplate.Parse(text));
        (wrong.Code, wrong.Position).ShouldBe((code, position));
    }

    [Fact]
    public void Its_expressions_say_where_they_are()
    {
        var template = TextTemplate.Parse("Hi {name}, {count}");
        template.Expressions.Select(expression => (expression.Text, expression.Offset)).ShouldBe([("name", 4), ("count", 12)]);
        template.IsLiteral.ShouldBeFalse();
        TextTemplate.Parse("Hi {{").IsLiteral.ShouldBeTrue();
    }
}
