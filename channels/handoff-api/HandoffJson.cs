using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Channels.HandoffApi.Requests;
using Spark.Channels.HandoffApi.Tokens;

namespace Spark.Channels.HandoffApi;

/// <summary>All JSON of this plugin that has types: reflection would keep the plugin in memory after it was unloaded.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandoffSettings))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(TokenBody))]
[JsonSerializable(typeof(CallFacts))]
internal sealed partial class HandoffJson : JsonSerializerContext
{
    /// <summary>Writes letters as they are, for people who read a log of their client.</summary>
    public static HandoffJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
