using System.Text.Json.Serialization;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.OpenId;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.Bots;
using Spark.Cockpit.Conversations;
using Spark.Cockpit.Databases;
using Spark.Cockpit.Drafts;
using Spark.Cockpit.Episodes;
using Spark.Cockpit.Insights;
using Spark.Cockpit.Instances;
using Spark.Cockpit.Outbox;
using Spark.Cockpit.People;
using Spark.Cockpit.Plugins;
using Spark.Cockpit.Retention;
using Spark.Cockpit.Studio;
using Spark.Cockpit.Studio.Intents;
using Spark.Cockpit.Studio.Talking;
using Spark.Cockpit.Studio.Texts;
using Spark.Cockpit.Views;
using Spark.Engine.Reading;
using Spark.Runtime.Access;
using Spark.Runtime.Operations;
using Spark.Runtime.Privacy;

namespace Spark.Cockpit.Admin;

/// <summary>JSON of the admin API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdminError))]
[JsonSerializable(typeof(SaveConflict))]
[JsonSerializable(typeof(NewToken))]
[JsonSerializable(typeof(PluginList))]
[JsonSerializable(typeof(PluginOffered))]
[JsonSerializable(typeof(PluginAnswer))]
[JsonSerializable(typeof(FolderRequest))]
[JsonSerializable(typeof(InstallRequest))]
[JsonSerializable(typeof(EffectList))]
[JsonSerializable(typeof(DropRequest))]
[JsonSerializable(typeof(HeldEffects))]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(TicketRequest))]
[JsonSerializable(typeof(SayRequest))]
[JsonSerializable(typeof(Reassignment))]
[JsonSerializable(typeof(DatabaseReport))]
[JsonSerializable(typeof(BackupRequest))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(RollbackRequest))]
[JsonSerializable(typeof(SwitchRequest))]
[JsonSerializable(typeof(PublishAnswer))]
[JsonSerializable(typeof(VersionList))]
[JsonSerializable(typeof(BotSource))]
[JsonSerializable(typeof(NewClientRequest))]
[JsonSerializable(typeof(RotateRequest))]
[JsonSerializable(typeof(ClientList))]
[JsonSerializable(typeof(NewSecret))]
[JsonSerializable(typeof(AuditList))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(FirstRequest))]
[JsonSerializable(typeof(PasswordRequest))]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(AccountList))]
[JsonSerializable(typeof(AccountRequest))]
[JsonSerializable(typeof(EpisodeList))]
[JsonSerializable(typeof(EpisodeCounts))]
[JsonSerializable(typeof(InsightView))]
[JsonSerializable(typeof(ViewList))]
[JsonSerializable(typeof(ViewRequest))]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(BotList))]
[JsonSerializable(typeof(DraftView))]
[JsonSerializable(typeof(DraftRequest))]
[JsonSerializable(typeof(DraftSaved))]
[JsonSerializable(typeof(FilesRequest))]
[JsonSerializable(typeof(FindingList))]
[JsonSerializable(typeof(TalkRequest))]
[JsonSerializable(typeof(StudioTalk))]
[JsonSerializable(typeof(ChannelChoice))]
[JsonSerializable(typeof(StudioTestDraft))]
[JsonSerializable(typeof(StudioTests))]
[JsonSerializable(typeof(StudioTexts))]
[JsonSerializable(typeof(TextsRequest))]
[JsonSerializable(typeof(TextsTaken))]
[JsonSerializable(typeof(IntentTrialRequest))]
[JsonSerializable(typeof(StudioVerdict))]
[JsonSerializable(typeof(StudioOverlaps))]
[JsonSerializable(typeof(WhyAnswer))]
[JsonSerializable(typeof(OfferList))]
[JsonSerializable(typeof(InstanceRequest))]
[JsonSerializable(typeof(InstanceAnswer))]
[JsonSerializable(typeof(InstanceDetails))]
[JsonSerializable(typeof(AccessTokenRequest))]
[JsonSerializable(typeof(AccessTokenList))]
[JsonSerializable(typeof(NewAccessToken))]
[JsonSerializable(typeof(RetentionView))]
[JsonSerializable(typeof(PersonQuery))]
[JsonSerializable(typeof(PersonList))]
[JsonSerializable(typeof(PersonRequest))]
[JsonSerializable(typeof(PersonPreview))]
[JsonSerializable(typeof(ErasureReport))]
[JsonSerializable(typeof(SignInWays))]
[JsonSerializable(typeof(SignedOut))]
internal sealed partial class AdminJson : JsonSerializerContext;
