using Spark.Channels;
using Spark.Engine.Conversations;

namespace Spark.Runtime.Turns;

/// <summary>What a turn has changed of its conversation beside the state: rows that are written only then.</summary>
internal static class TurnChanges
{
    /// <summary>Where the conversation's row of the timers is to stand; null for no row.</summary>
    /// <param name="stands">Where it stands.</param>
    /// <param name="needed">When the first timer is due.</param>
    /// <param name="now">The time of the turn.</param>
    /// <remarks>A row that stands too early is left alone: it costs a look when its time comes, where moving it would cost a write with every turn.</remarks>
    public static DateTimeOffset? WakeAt(DateTimeOffset? stands, DateTimeOffset? needed, DateTimeOffset now) =>
        stands > now && !(needed < stands) ? stands : needed;

    /// <summary>The episodes that have begun, changed or ended.</summary>
    public static IReadOnlyList<Episode> Episodes(ConversationState before, TurnResult result)
    {
        if (ReferenceEquals(result.State.Episode, before.Episode) || result.State.Episode is not { } present || present == before.Episode)
        {
            return result.ClosedEpisodes;
        }

        return result.ClosedEpisodes.Contains(present) ? result.ClosedEpisodes : [.. result.ClosedEpisodes, present];
    }

    /// <summary>True when what operators find the person by has changed.</summary>
    public static bool IsRenamed(Person? before, Person? after) =>
        !ReferenceEquals(before, after) && (before?.Id, before?.Name, before?.Email) != (after?.Id, after?.Name, after?.Email);
}
