using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Spark.Plugins.Catalog;

namespace Spark.Plugins.Tests.Catalog;

/// <summary>What is told of the fields of a step and of its result.</summary>
public sealed class ActionSchemaTests : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-schema-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_fields_of_a_result_are_those_of_its_type()
    {
        var schema = JsonNode.Parse(ActionSchema.OfResult(Offer<Weather>())!)!;
        schema["properties"]!.AsObject().Select(property => property.Key).ShouldBe(["degrees", "isDry", "place"]);
    }

    [Theory]
    [InlineData(typeof(Open))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(string))]
    [InlineData(typeof(JsonElement))]
    [InlineData(typeof(Shape))]
    public void Of_a_result_that_may_have_other_fields_nothing_is_told(Type type) => ActionSchema.OfResult(new Offered(type)).ShouldBeNull();

    [Fact]
    public void A_plugins_own_file_tells_the_fields_of_a_step()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "weather.schema.json"), """{"type":"object","title":"own"}""");
        JsonNode.Parse(ActionSchema.Of(Offer<Weather>(), folder.FullName)!)!["title"]!.GetValue<string>().ShouldBe("own");
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("no JSON")]
    public void Where_the_file_cannot_be_used_its_type_does(string file)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "weather.schema.json"), file);
        ActionSchema.Of(Offer<Weather>(), folder.FullName).ShouldBe(ActionSchema.OfResult(Offer<Weather>()));
    }

    private static Offered Offer<T>() => new(typeof(T));

    private sealed record Weather(double Degrees, bool IsDry, string? Place);

    private sealed record Open(string Name)
    {
        [JsonExtensionData]
        public IDictionary<string, object>? More { get; set; }
    }

    [JsonDerivedType(typeof(Circle), "circle")]
    private record Shape;

    private sealed record Circle(double Radius) : Shape;

    private sealed class Offered(Type type) : IActionSchemaSource
    {
        public PluginOffer Description { get; } = new(PluginKind.Action, "weather");

        public JsonTypeInfo Input => Output;

        public JsonTypeInfo Output { get; } = Json.GetTypeInfo(type);
    }
}
