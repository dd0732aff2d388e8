using System.Text.Json.Serialization;

namespace Spark.Testing.Reports;

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CoverageReport))]
internal sealed partial class CoverageJson : JsonSerializerContext;
