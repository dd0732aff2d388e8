using System.Text.Json;
using Spark.Offload;

namespace Spark.Plugins.Tests.Support;

/// <summary>A request to take a conversation.</summary>
internal static class TestOffload
{
    public static OffloadRequest Request { get; } = new()
    {
        EffectId = "effect",
        ConversationId = "one",
        ChannelInstance = "web",
        Channel = "echo",
        Language = "en",
        Fields = JsonElement.Parse("{}"),
        Variables = JsonElement.Parse("{}"),
    };
}
