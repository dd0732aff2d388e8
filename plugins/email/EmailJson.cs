using System.Text.Json.Serialization;

namespace Spark.Actions.Email;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EmailSettings))]
[JsonSerializable(typeof(EmailInput))]
[JsonSerializable(typeof(EmailOutput))]
internal sealed partial class EmailJson : JsonSerializerContext;
