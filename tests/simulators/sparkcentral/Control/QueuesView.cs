using System.Text.Json.Serialization;

namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record QueuesView(
    [property: JsonPropertyName("NEW")] IReadOnlyList<ConversationView> New,
    [property: JsonPropertyName("PENDING")] IReadOnlyList<ConversationView> Pending,
    [property: JsonPropertyName("RESOLVED")] IReadOnlyList<ConversationView> Resolved);
