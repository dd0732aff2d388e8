using System.Text.Json;

namespace Spark.Simulators.Sparkcentral.Faults;

/// <summary>An event made to order. What is left out is as the simulator itself would send it.</summary>
internal sealed record CraftedEvent
{
    public string? ConversationId { get; init; }

    public string? Type { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? Text { get; init; }

    /// <summary>The whole of <c>data</c>, in place of conversation id and text.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The whole body, in place of everything above.</summary>
    public string? Body { get; init; }

    public int? Version { get; init; }

    /// <summary>Adds fields to envelope and data that no contract knows.</summary>
    public bool ExtraFields { get; init; }

    public double TimestampOffsetSeconds { get; init; }

    public CraftedSignature Signature { get; init; }

    /// <summary>How many are sent at once.</summary>
    public int? Copies { get; init; }
}
