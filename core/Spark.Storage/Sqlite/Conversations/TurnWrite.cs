using Spark.Engine.Conversations;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>Writes a turn. Decides before its first write whether it may, so that a lost race leaves nothing behind in the batch.</summary>
internal static class TurnWrite
{
    /// <summary>The format of events and effects.</summary>
    private const int Format = 1;

    public static CommitOutcome Execute(WriterStatements statements, EncodedTurn turn)
    {
        var commit = turn.Commit;
        var turns = statements.Turns;
        var stored = turns.Sequence.Scalar(turn.Key) is long sequence ? sequence : 0;
        if (stored != commit.ExpectedSequence)
        {
            return FindSeen(turns.Seen, turn.Key, commit.Keys) is { } first
                ? new(CommitStatus.Duplicate, first)
                : new(CommitStatus.Conflict, 0);
        }

        var now = commit.Event.At.ToUnixTimeMilliseconds();
        WriteState(turns, turn, now);
        turns.Event.Execute(turn.Key, commit.State.Sequence, commit.Cause, now, Format, turn.Event, turn.Fault);
        foreach (var key in commit.Keys)
        {
            turns.See.Execute(turn.Key, key.Source, key.Key, commit.State.Sequence, now);
        }

        if (commit is { EpisodeChanged: true, State.Episode: { } episode })
        {
            WriteEpisode(turns, turn.Key, episode);
        }

        WriteEffects(statements.Outbox, turn);
        return new(CommitStatus.Committed, commit.State.Sequence);
    }

    public static long? FindSeen(Statement seen, byte[] conversation, IReadOnlyList<SeenKey> keys)
    {
        foreach (var key in keys)
        {
            if (seen.Scalar(conversation, key.Source, key.Key) is long sequence)
            {
                return sequence;
            }
        }

        return null;
    }

    private static void WriteState(TurnStatements turns, EncodedTurn turn, long now)
    {
        var commit = turn.Commit;
        var state = commit.State;
        if (commit.ExpectedSequence == 0)
        {
            turns.Insert.Execute(
                turn.Key, commit.Instance, commit.ExternalId, state.Sequence, (int)state.Owner, state.OwnerEpoch, now, state.Format, turn.State);
        }
        else
        {
            turns.Update.Execute(turn.Key, state.Sequence, (int)state.Owner, state.OwnerEpoch, now, state.Format, turn.State);
        }
    }

    private static void WriteEpisode(TurnStatements turns, byte[] key, Episode episode) => turns.Episode.Execute(
        key,
        episode.Number,
        episode.Bot,
        episode.Version,
        episode.Began.ToUnixTimeMilliseconds(),
        episode.Ended?.ToUnixTimeMilliseconds(),
        episode.Outcome?.ToString(),
        episode.Reason);

    private static void WriteEffects(OutboxStatements outbox, EncodedTurn turn)
    {
        var commit = turn.Commit;
        if (commit.Ends is { } ends)
        {
            outbox.End.Execute(turn.Key, ends.Effect.Sequence, ends.Effect.Index, (int)ends.Status, ends.Reason);
        }

        if (commit.OwnerChanged)
        {
            outbox.Cancel.Execute(turn.Key, commit.State.OwnerEpoch - 1, "The conversation changed hands before it was sent.");
        }

        foreach (var (entry, effect) in turn.Effects)
        {
            outbox.Insert.Execute(
                turn.Key,
                entry.Address.Effect.Sequence,
                entry.Address.Effect.Index,
                (int)entry.Status,
                entry.IsAwaited,
                entry.Epoch,
                entry.Cause,
                entry.Attempts,
                entry.CreatedAt.ToUnixTimeMilliseconds(),
                Format,
                effect);
        }
    }
}
