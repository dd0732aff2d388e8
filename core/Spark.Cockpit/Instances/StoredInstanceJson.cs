using System.Text.Json.Serialization;

namespace Spark.Cockpit.Instances;

/// <summary>JSON of what the database keeps.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredInstance))]
internal sealed partial class StoredInstanceJson : JsonSerializerContext;
