using System.Text.Json.Serialization;

namespace Spark.Runtime.Access;

/// <summary>JSON of the audit's details.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class AccessJson : JsonSerializerContext;
