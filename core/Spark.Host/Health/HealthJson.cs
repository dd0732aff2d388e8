using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Host.Health;

/// <summary>JSON of the health endpoints.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReadinessReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
