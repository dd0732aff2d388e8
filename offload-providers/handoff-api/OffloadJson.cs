using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Offload.HandoffApi;

/// <summary>All JSON of this plugin: reflection would keep the plugin in memory after it was unloaded.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandoffOffloadSettings))]
[JsonSerializable(typeof(HandoffDocument))]
internal sealed partial class OffloadJson : JsonSerializerContext;
