using System.Text;
using Spark.Engine.Conversations;
using Spark.Testing.Hosts;

namespace Spark.Testing.Replaying;

/// <summary>Compares a replay with the log, byte by byte.</summary>
internal static class Comparison
{
    /// <summary>The differences, in order; none when the replay gave what was logged.</summary>
    /// <param name="log">The log.</param>
    /// <param name="ended">The state as it is stored; null when it is not to be compared.</param>
    /// <param name="replayed">The replay.</param>
    public static IReadOnlyList<ReplayDifference> Of(IReadOnlyList<StoredTurn> log, ConversationState? ended, ReplayedConversation replayed)
    {
        var differences = new List<ReplayDifference>();
        foreach (var (turn, again) in log.Zip(replayed.Turns))
        {
            for (var index = 0; index < Math.Max(turn.Effects.Count, again.Effects.Count); index++)
            {
                Compare($"{turn.Sequence}.{index}", Bytes(turn.Effects, index), Bytes(again.Effects, index), differences);
            }
        }

        if (ended is not null)
        {
            Compare("the state", ConversationJson.Write(ended), replayed.State is { } state ? ConversationJson.Write(state) : null, differences);
        }

        return differences;
    }

    private static byte[]? Bytes(IReadOnlyList<Effect> effects, int index) => index < effects.Count ? ConversationJson.Write(effects[index]) : null;

    private static void Compare(string what, byte[]? logged, byte[]? replayed, List<ReplayDifference> differences)
    {
        if (logged is null != replayed is null || !logged.AsSpan().SequenceEqual(replayed))
        {
            differences.Add(new(what, Text(logged), Text(replayed)));
        }
    }

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);
}
