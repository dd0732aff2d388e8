using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Cockpit.ApiCalls;
using Spark.Cockpit.Categories;
using Spark.Cockpit.Credentials;
using Spark.Cockpit.Escalation;
using Spark.Escalation;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Credentials;
using Spark.Runtime.Escalation;

namespace Spark.Cockpit.Configuration;

/// <summary>JSON of what administrators set.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = false)]
[JsonSerializable(typeof(SettingsAnswer))]
[JsonSerializable(typeof(CredentialRequest))]
[JsonSerializable(typeof(CredentialView))]
[JsonSerializable(typeof(CredentialList))]
[JsonSerializable(typeof(CredentialTest))]
[JsonSerializable(typeof(ResealAnswer))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(ApiCallRequest))]
[JsonSerializable(typeof(ApiCallView))]
[JsonSerializable(typeof(ApiCallList))]
[JsonSerializable(typeof(ApiCallTrial))]
[JsonSerializable(typeof(ApiCallRun))]
[JsonSerializable(typeof(CurlRequest))]
[JsonSerializable(typeof(CurlImport))]
[JsonSerializable(typeof(CategoriesView))]
[JsonSerializable(typeof(CategoriesAnswer))]
[JsonSerializable(typeof(CategoryHistory))]
[JsonSerializable(typeof(ClassifyRequest))]
[JsonSerializable(typeof(Classification))]
[JsonSerializable(typeof(EscalationRequest))]
[JsonSerializable(typeof(ApiCallDefinition))]
[JsonSerializable(typeof(EscalationSettings))]
[JsonSerializable(typeof(EscalationView))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string))]
internal sealed partial class SettingsJson : JsonSerializerContext;
