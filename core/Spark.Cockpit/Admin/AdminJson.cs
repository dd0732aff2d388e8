using System.Text.Json.Serialization;
using Spark.Cockpit.Bots;
using Spark.Cockpit.Conversations;
using Spark.Cockpit.Databases;
using Spark.Cockpit.Outbox;
using Spark.Cockpit.Plugins;
using Spark.Engine.Reading;
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
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(RollbackRequest))]
[JsonSerializable(typeof(SwitchRequest))]
[JsonSerializable(typeof(PublishAnswer))]
[JsonSerializable(typeof(VersionList))]
[JsonSerializable(typeof(BotSource))]
internal sealed partial class AdminJson : JsonSerializerContext;
