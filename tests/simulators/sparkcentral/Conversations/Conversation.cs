using Spark.Simulators.Sparkcentral.Contacts;

namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>One conversation of the desk. Guarded by the tenant's lock.</summary>
internal sealed class Conversation
{
    public required string Id { get; init; }

    public required Contact Contact { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Only private conversations are given to a virtual agent.</summary>
    public required bool IsPrivate { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DeskQueue Queue { get; set; } = DeskQueue.New;

    public Owner? Owner { get; set; }

    public string? PreviousHuman { get; set; }

    public bool VirtualAgentTypes { get; set; }

    public List<string> Topics { get; } = [];

    public List<Message> Messages { get; } = [];

    public List<Note> Notes { get; } = [];

    public Dictionary<string, Attachment> Attachments { get; } = new(StringComparer.Ordinal);

    public Countdown ReplyTimer { get; } = new();

    public Countdown ContactTimer { get; } = new();

    public bool IsHeldByVirtualAgent => Owner is { IsVirtualAgent: true };
}
