using Spark.Engine.Conversations;

namespace Spark.Runtime.Recording;

/// <summary>All that a replay of a conversation needs, and what it is compared with.</summary>
public sealed record ConversationRecord
{
    /// <summary>The conversation's key.</summary>
    public required string Key { get; init; }

    /// <summary>The id of the channel instance.</summary>
    public required string Instance { get; init; }

    /// <summary>The conversation, as the channel names it.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The version of the engine that answers on the host now.</summary>
    public required string Engine { get; init; }

    /// <summary>The turns in order, as far as retention has left them.</summary>
    public required IReadOnlyList<RecordedTurn> Turns { get; init; }

    /// <summary>The state after the last turn.</summary>
    public required ConversationState State { get; init; }

    /// <summary>The episodes, each with the version of the bot that it was pinned to.</summary>
    public required IReadOnlyList<Episode> Episodes { get; init; }

    /// <summary>The files of the versions that the episodes were pinned to, as far as they were kept.</summary>
    public required IReadOnlyList<RecordedVersion> Versions { get; init; }

    /// <summary>The plugins of the host that gave this record, as <c>id version</c>; empty without a running host.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    /// <summary>True when nothing of its beginning was deleted.</summary>
    public bool IsWhole => Turns is [{ Sequence: 1 }, ..];
}
