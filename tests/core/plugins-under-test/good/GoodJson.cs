using System.Text.Json.Serialization;

namespace Spark.UnderTest.Good;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EchoSettings))]
[JsonSerializable(typeof(ReverseInput))]
[JsonSerializable(typeof(ReverseOutput))]
internal sealed partial class GoodJson : JsonSerializerContext;
