using System.Text.Json.Serialization;
using Spark.Offload.WebhookDesk.Wire;

namespace Spark.Offload.WebhookDesk;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookDeskSettings))]
[JsonSerializable(typeof(CreateCall))]
[JsonSerializable(typeof(SayCall))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(ConversationsAnswer))]
[JsonSerializable(typeof(MessagesAnswer))]
[JsonSerializable(typeof(Webhook))]
internal sealed partial class DeskJson : JsonSerializerContext;
