using Spark.Engine.Conversations;
using Spark.Runtime;
using Spark.Runtime.Bots;
using Spark.Runtime.Recording;
using Spark.Testing.Hosts;

namespace Spark.Testing.Replaying;

/// <summary>Replays records of conversations.</summary>
internal static class RecordReplay
{
    /// <summary>Runs a record again with the versions that it was held with, and compares.</summary>
    /// <param name="record">The record; whole.</param>
    /// <param name="compiler">Compiles its versions.</param>
    /// <param name="seals">Opens what was said in confidence.</param>
    /// <exception cref="OperatorException">It does not open.</exception>
    public static IReadOnlyList<ReplayDifference> Compare(ConversationRecord record, IBotCompiler compiler, ReplaySeals seals) =>
        Comparison.Of(LogOf(record), record.State, Run(record, new RecordedBots(record, compiler), seals, null));

    /// <summary>Runs a record again.</summary>
    /// <exception cref="OperatorException">Something in it was said in confidence, and does not open.</exception>
    public static ReplayedConversation Run(ConversationRecord record, IReplayBots bots, ReplaySeals seals, ReplayTrace? watch)
    {
        seals.Demand(record);
        return new Replay(bots, seals).Run(null, record.Instance, LogOf(record), watch);
    }

    /// <summary>The replies that another version would have given, turn by turn.</summary>
    /// <param name="record">The record; whole.</param>
    /// <param name="bots">The other version.</param>
    /// <param name="seals">Opens what was said in confidence.</param>
    /// <exception cref="OperatorException">It does not open.</exception>
    public static IReadOnlyList<ChangedReply> Changes(ConversationRecord record, IReplayBots bots, ReplaySeals seals)
    {
        var changes = new List<ChangedReply>();
        foreach (var (turn, again) in record.Turns.Zip(Run(record, bots, seals, null).Turns))
        {
            var (said, would) = (Said(turn.Effects), Said(again.Effects));
            if (!said.SequenceEqual(would, StringComparer.Ordinal))
            {
                changes.Add(new(turn.Sequence, said, would));
            }
        }

        return changes;
    }

    private static StoredTurn[] LogOf(ConversationRecord record) =>
        [.. record.Turns.Select(turn => new StoredTurn(turn.Sequence, turn.Event, turn.Effects, null))];

    private static List<string> Said(IReadOnlyList<Effect> effects) =>
        [.. effects.OfType<SendMessage>().Select(message => Outside.Arrival.Of(message.Parts)?.ToString()).OfType<string>()];
}
