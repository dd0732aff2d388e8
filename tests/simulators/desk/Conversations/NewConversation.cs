using System.Text.Json;

namespace Spark.Simulators.Desk.Conversations;

/// <summary>What a caller says of a conversation that it wants to give away.</summary>
internal sealed record NewConversation(
    Uri? Callback, string? Name, string? Language, string? Queue, Dictionary<string, string>? Attributes, JsonElement? Transcript);
