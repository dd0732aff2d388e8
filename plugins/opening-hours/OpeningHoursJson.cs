using System.Text.Json.Serialization;

namespace Spark.Actions.OpeningHours;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OpeningHoursInput))]
[JsonSerializable(typeof(OpeningHoursOutput))]
internal sealed partial class OpeningHoursJson : JsonSerializerContext;
