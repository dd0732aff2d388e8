using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Simulators.Sparkcentral.Audit;
using Spark.Simulators.Sparkcentral.Contacts;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Faults;

namespace Spark.Simulators.Sparkcentral.Control;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdvanceClock))]
[JsonSerializable(typeof(AuditEntry[]))]
[JsonSerializable(typeof(ChangesView))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(ContactView[]))]
[JsonSerializable(typeof(ConversationView[]))]
[JsonSerializable(typeof(CraftedEvent))]
[JsonSerializable(typeof(CraftedAnswer[]))]
[JsonSerializable(typeof(DeliveryView[]))]
[JsonSerializable(typeof(DuplicateEvent))]
[JsonSerializable(typeof(ErrorsView))]
[JsonSerializable(typeof(HeldView))]
[JsonSerializable(typeof(HoldCalls))]
[JsonSerializable(typeof(HumanAction))]
[JsonSerializable(typeof(NewContact))]
[JsonSerializable(typeof(PlanStatus))]
[JsonSerializable(typeof(QueuesView))]
[JsonSerializable(typeof(RestCallView[]))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(SettingsChange))]
[JsonSerializable(typeof(SettingsView))]
internal sealed partial class ControlJson : JsonSerializerContext;
