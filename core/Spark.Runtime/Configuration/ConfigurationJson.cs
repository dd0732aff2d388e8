using System.Text.Json.Serialization;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Categories;
using Spark.Runtime.Credentials;
using Spark.Runtime.Escalation;

namespace Spark.Runtime.Configuration;

/// <summary>How configuration is written, in the database and to administrators.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(Credential))]
[JsonSerializable(typeof(CredentialSecrets))]
[JsonSerializable(typeof(ApiCallDefinition))]
[JsonSerializable(typeof(EscalationSettings))]
[JsonSerializable(typeof(CategoryList))]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(string))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
