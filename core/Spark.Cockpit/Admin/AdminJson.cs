using System.Text.Json.Serialization;
using Spark.Cockpit.Plugins;

namespace Spark.Cockpit.Admin;

/// <summary>JSON of the admin API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdminError))]
[JsonSerializable(typeof(NewToken))]
[JsonSerializable(typeof(PluginList))]
internal sealed partial class AdminJson : JsonSerializerContext;
