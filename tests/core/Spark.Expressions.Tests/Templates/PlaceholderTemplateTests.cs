namespace Spark.Expressions.Tests.Templates;

public sealed class PlaceholderTemplateTests
{
    [Theory]
    [InlineData("Printer \"HP\" says:\nC:\\temp")]
    [InlineData("x\",\"assignment_group\":\"admins\",\"z\":\"")]
    [InlineData("{{c}}")]
    [InlineData("\u0000\u2028\"\\")]
    public void A_value_in_a_JSON_string_stays_a_value(string value)
    {
        var payload = Render("""{"a":"<{{v}}>","c":"{{c}}"}""", PlaceholderTarget.Json, value);
        var parsed = Value.Parse(payload);
        parsed["a"].AsString().ShouldBe($"<{value}>");
        parsed.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("3", """{"a":3,"b":"3"}""")]
    [InlineData("true", """{"a":true,"b":"true"}""")]
    [InlineData("null", """{"a":null,"b":"null"}""")]
    [InlineData("""{"x":[1]}""", """{"a":{"x":[1]},"b":"{\"x\":[1]}"}""")]
    [InlineData("\"t\"", """{"a":"t","b":"t"}""")]
    public void A_value_outside_a_string_keeps_its_type(string json, string expected) =>
        PlaceholderTemplate.Parse("""{"a":{{ v }},"b":"{{v}}"}""").Render(PlaceholderTarget.Json, _ => Value.Parse(json)).ShouldBe(expected);

    [Fact]
    public void What_is_missing_is_empty_or_null() =>
        PlaceholderTemplate.Parse("""{"a":{{v}},"b":"{{v}}"}""").Render(PlaceholderTarget.Json, _ => Value.Undefined).ShouldBe("""{"a":null,"b":""}""");

    [Fact]
    public void A_payload_that_is_not_JSON_is_refused() =>
        Should.Throw<ExpressionException>(() => Render("""{"a":{{v}} x}""", PlaceholderTarget.Json, "t")).Code.ShouldBe("U1007");

    [Theory]
    [InlineData("items/{{v}}/x", "a/../b?c#d", "items/a%2F..%2Fb%3Fc%23d/x")]
    [InlineData("items?q={{v}}", "a&b=ü", "items?q=a%26b%3D%C3%BC")]
    [InlineData("items?q={{v}}", "", "items?q=")]
    public void A_value_in_a_resource_is_percent_encoded(string text, string value, string expected) =>
        Render(text, PlaceholderTarget.Resource, value).ShouldBe(expected);

    [Theory]
    [InlineData("items/{{v}}", "..")]
    [InlineData("items/{{v}}{{v}}", ".")]
    [InlineData("items/{{v}}/x", "")]
    [InlineData("{{v}}", "")]
    public void A_value_that_would_lead_elsewhere_is_refused(string text, string value) =>
        Should.Throw<ExpressionException>(() => Render(text, PlaceholderTarget.Resource, value)).Code.ShouldBe("U1012");

    [Fact]
    public void Half_a_character_is_refused() =>
        Should.Throw<ExpressionException>(() => Render("items/{{v}}", PlaceholderTarget.Resource, '\ud800'.ToString())).Code.ShouldBe("U1012");

    [Theory]
    [InlineData("a\r\nX: y")]
    [InlineData("a\0")]
    [InlineData("ü")]
    public void A_header_carries_no_line_ends(string value) =>
        Should.Throw<ExpressionException>(() => Render("v={{v}}", PlaceholderTarget.Header, value)).Code.ShouldBe("U1012");

    [Theory]
    [InlineData("a {{b", 4)]
    [InlineData("a {{b c}}", 7)]
    [InlineData("{{}}", 2)]
    public void A_placeholder_without_a_name_is_refused(string text, int position)
    {
        var wrong = Should.Throw<ExpressionException>(() => PlaceholderTemplate.Parse(text));
        (wrong.Code, wrong.Position).ShouldBe(("U1011", position));
    }

    [Fact]
    public void It_knows_its_parameters()
    {
        var template = PlaceholderTemplate.Parse("{{{a.b}}, {{c}}, {{a.b}}}");
        template.Names.ShouldBe(["a.b", "c"]);
        template.PositionOf("c").ShouldBe(10);
        template.Render(PlaceholderTarget.Text, Value.From).ShouldBe("{a.b, c, a.b}");
    }

    private static string Render(string text, PlaceholderTarget target, string value) =>
        PlaceholderTemplate.Parse(text).Render(target, name => Value.From(name == "c" ? "" : value));
}
