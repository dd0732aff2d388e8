using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spark.Expressions.Tests.Values;

public sealed class ValueTests
{
    private const string Json = """{"a":[1,2.5,true,null,"é\n\ud83d\ude00"],"b":{"c":{}}}""";

    [Fact]
    public void All_ways_in_give_the_same_value()
    {
        var parsed = Value.Parse(Json);
        Value.From(JsonDocument.Parse(Json).RootElement).ShouldBe(parsed);
        Value.From(JsonNode.Parse(Json)).ShouldBe(parsed);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Json));
        Value.Read(ref reader).ShouldBe(parsed);
        Value.From(new Person()).ShouldBe(Value.Parse("""{"name":"Ada","age":36}"""));
        parsed.GetHashCode().ShouldBe(Value.From(JsonNode.Parse(Json)).GetHashCode());
    }

    [Fact]
    public void It_writes_what_it_read()
    {
        var value = Value.Parse(Json);
        Value.Parse(value.ToJson()).ShouldBe(value);
        value.ToJsonElement().GetProperty("a")[4].GetString().ShouldBe("é\n😀");
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            value.WriteTo(writer);
        }

        Value.Parse(Encoding.UTF8.GetString(stream.ToArray())).ShouldBe(value);
    }

    [Fact]
    public void Half_characters_survive_as_the_language_has_them()
    {
        var half = Value.Parse("{\"\\ud800\":\"x\\udc00\"}");
        half['\ud800'.ToString()].AsString().ShouldBe("x\udc00");
        half.ToJson().ShouldBe("{\"\\ud800\":\"x\\udc00\"}");
        Value.From(JsonDocument.Parse("{\"\\ud800\":\"x\\udc00\"}").RootElement).ToJson().ShouldBe(half.ToJson());
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(1e21, "1e+21")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(double.PositiveInfinity, "null")]
    public void Numbers_are_written_as_ECMAScript_does(double number, string expected) => Value.From(number).ToJson().ShouldBe(expected);

    [Fact]
    public void What_is_not_there_is_undefined()
    {
        var value = Value.Parse(Json);
        value["x"].IsUndefined.ShouldBeTrue();
        value["a"][9].IsUndefined.ShouldBeTrue();
        value["a"]["x"].IsUndefined.ShouldBeTrue();
        value["a"][3].ShouldBe(Value.Null);
        value["a"][3].ShouldNotBe(Value.Undefined);
        default(Value).ShouldBe(Value.Undefined);
        Value.Undefined.ToText().ShouldBe("");
        Value.Undefined.ToBoolean().ShouldBeFalse();
    }

    [Fact]
    public void The_order_of_fields_does_not_count_for_equality_but_is_kept()
    {
        Value.Parse("""{"a":1,"b":2}""").ShouldBe(Value.Parse("""{"b":2,"a":1}"""));
        Value.Parse("""{"b":2,"a":1,"10":0,"9":0}""").ToJson().ShouldBe("""{"9":0,"10":0,"b":2,"a":1}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData("\"a")]
    [InlineData("\"\\x\"")]
    [InlineData("nul")]
    [InlineData("{\"a\" 1}")]
    [InlineData("1 2")]
    public void What_is_not_JSON_is_refused(string text) => Should.Throw<ExpressionException>(() => Value.Parse(text)).Code.ShouldBe("U1007");

    [Fact]
    public void What_is_nested_too_deeply_is_refused() =>
        Should.Throw<ExpressionException>(() => Value.Parse(new string('[', 100_000))).Code.ShouldBe("U1005");

    [Fact]
    public void Threads_share_it()
    {
        var value = Value.From(JsonDocument.Parse("[" + string.Join(',', Enumerable.Range(0, 5_000)) + "]").RootElement);
        var sums = new double[8];
        Parallel.For(0, sums.Length, index => sums[index] = value.Items.Sum(item => item.AsNumber()));
        sums.ShouldAllBe(sum => sum == 12_497_500);
    }

    private sealed class Person : IValueObject
    {
        public IEnumerable<string> Names => ["name", "age"];

        public bool TryGet(string name, out Value value)
        {
            value = name switch { "name" => Value.From("Ada"), "age" => Value.From(36), _ => Value.Undefined };
            return !value.IsUndefined;
        }
    }
}
