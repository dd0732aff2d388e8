using System.Text.Json.Serialization;
using Spark.Cockpit.Conversations;
using Spark.Cockpit.Databases;
using Spark.Cockpit.Outbox;
using Spark.Cockpit.Plugins;
using Spark.Runtime.Operations;

namespace Spark.Cockpit.Admin;

/// <summary>JSON of the admin API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdminError))]
[JsonSerializable(typeof(NewToken))]
[JsonSerializable(typeof(PluginList))]
[JsonSerializable(typeof(EffectList))]
[JsonSerializable(typeof(DropRequest))]
[JsonSerializable(typeof(HeldEffects))]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(DatabaseReport))]
[JsonSerializable(typeof(BackupRequest))]
internal sealed partial class AdminJson : JsonSerializerContext;
