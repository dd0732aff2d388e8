using System.Text.Json.Serialization;
using Spark.Simulators.Desk.Control;
using Spark.Simulators.Desk.Conversations;

namespace Spark.Simulators.Desk.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(NewMessage))]
[JsonSerializable(typeof(DeskMessage))]
[JsonSerializable(typeof(FoundMessages))]
[JsonSerializable(typeof(FoundConversations))]
[JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(List<ConversationView>))]
[JsonSerializable(typeof(AgentAct))]
[JsonSerializable(typeof(FaultOrder))]
internal sealed partial class DeskJson : JsonSerializerContext;
