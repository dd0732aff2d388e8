using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Simulators.ServiceNow.Access;
using Spark.Simulators.ServiceNow.Faults;

namespace Spark.Simulators.ServiceNow.Control;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IncidentView[]))]
[JsonSerializable(typeof(IncidentView))]
[JsonSerializable(typeof(IncidentChange))]
[JsonSerializable(typeof(LoggedCall[]))]
[JsonSerializable(typeof(ChangesView))]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(Account))]
internal sealed partial class ControlJson : JsonSerializerContext;
