using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Channels.WebChat.Activities;
using Spark.Channels.WebChat.Conversations;
using Spark.Channels.WebChat.Identities;
using Spark.Channels.WebChat.Tokens;

namespace Spark.Channels.WebChat;

/// <summary>All JSON of this plugin: reflection would keep the plugin in memory after it was unloaded.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebChatSettings))]
[JsonSerializable(typeof(TokenPayload))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(IncomingActivity))]
[JsonSerializable(typeof(ClientReference))]
[JsonSerializable(typeof(ActivityPage))]
[JsonSerializable(typeof(PostedActivity))]
[JsonSerializable(typeof(ChoiceValue))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(Pacing))]
[JsonSerializable(typeof(IdentityHead))]
[JsonSerializable(typeof(IdentityClaims))]
internal sealed partial class WebChatJson : JsonSerializerContext;
