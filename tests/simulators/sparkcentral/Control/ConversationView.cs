namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>A conversation as the control API shows it; in lists without its messages.</summary>
internal sealed record ConversationView
{
    public required string Id { get; init; }

    public required ContactView Contact { get; init; }

    public required string Queue { get; init; }

    public required OwnerView? Owner { get; init; }

    public required string? PreviousHuman { get; init; }

    public required bool IsPrivate { get; init; }

    public required bool VirtualAgentTypes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? ReplyDueAt { get; init; }

    public required DateTimeOffset? ContactDueAt { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required IReadOnlyList<NoteView> Notes { get; init; }

    public required IReadOnlyList<AttachmentView> Attachments { get; init; }

    public required int MessageCount { get; init; }

    public required MessageView? LastMessage { get; init; }

    public IReadOnlyList<MessageView>? Messages { get; init; }
}
