using System.Text.Json;

namespace Spark.Simulators.Desk.Conversations;

/// <summary>A conversation, under the lock of the book that holds it.</summary>
internal sealed class DeskConversation
{
    public required string Id { get; init; }

    /// <summary>Where the events go.</summary>
    public required Uri Callback { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    public string? Queue { get; init; }

    /// <summary>What the caller put beside it; the desk only keeps it, and finds by it.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>What agents see of what was said before.</summary>
    public required JsonElement Transcript { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DeskState State { get; set; }

    public string? Agent { get; set; }

    /// <summary>True when the other side has said that nobody reads there any more.</summary>
    public bool ContactLeft { get; set; }

    /// <summary>How many events the other side has taken.</summary>
    public int Taken { get; set; }

    /// <summary>How often the other side has asked whether the desk still has it.</summary>
    public int Asked { get; set; }

    public List<DeskMessage> Messages { get; } = [];
}
