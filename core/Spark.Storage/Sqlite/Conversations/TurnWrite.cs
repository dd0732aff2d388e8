using Spark.Engine.Conversations;
using Spark.Runtime.Turns;
using Spark.Storage.Rows;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>Writes a turn. Decides before its first write whether it may, so that a refused one leaves nothing behind in the batch.</summary>
internal static class TurnWrite
{
    /// <summary>The format of events and effects.</summary>
    private const int Format = 1;

    public static CommitOutcome Execute(WriterStatements statements, EncodedTurn turn, long livingNode)
    {
        var (commit, turns) = (turn.Commit, statements.Turns);
        var head = ReadHead(turns, turn.Key);
        if (FindSeen(turns.Seen, head.Id, commit.Keys) is { } first)
        {
            return new(CommitStatus.Duplicate, first);
        }

        if (head.Sequence != commit.ExpectedSequence)
        {
            return new(CommitStatus.Conflict, 0);
        }

        if (commit.Node != livingNode)
        {
            return new(CommitStatus.Fenced, 0);
        }

        if (turns.Revision.Number() != commit.Revision)
        {
            return new(CommitStatus.Outdated, 0);
        }

        Write(statements, turn, head);
        return new(CommitStatus.Committed, commit.State.Sequence);
    }

    public static long? FindSeen(Statement seen, long conversation, IReadOnlyList<SeenKey> keys)
    {
        foreach (var key in keys)
        {
            if (conversation != 0 && seen.Number(key.Key, key.Source, conversation) is { } sequence)
            {
                return sequence;
            }
        }

        return null;
    }

    private static Head ReadHead(TurnStatements turns, byte[] key)
    {
        using var row = turns.Head.Read(key);
        return row.Read() ? new(row.Number(0), row.Number(1), row.Number(2), row.Number(3)) : default;
    }

    private static void Write(WriterStatements statements, EncodedTurn turn, Head head)
    {
        var (commit, turns) = (turn.Commit, statements.Turns);
        var now = UnixTime.Of(commit.Event.At);
        var row = (turns.LastEvent.Number() ?? 0) + 1;
        var conversation = WriteState(turns, turn, head, row, now);
        turns.Event.Execute(
            row,
            conversation,
            commit.State.Sequence,
            head.LastEvent,
            commit.Cause,
            now,
            commit.Node,
            Format,
            turn.Event,
            turn.Effects,
            turn.Fault,
            commit.Effects.Count > 0 ? commit.Effects[0].TraceParent : null);
        foreach (var key in commit.Keys)
        {
            turns.See.Execute(key.Key, key.Source, conversation, commit.State.Sequence, now);
        }

        foreach (var episode in commit.Episodes)
        {
            WriteEpisode(turns, conversation, episode);
        }

        if (commit.WakeAt != commit.WokenAt)
        {
            WriteWake(turns, conversation, commit.WakeAt);
        }

        WriteEffects(statements.Outbox, commit, conversation, row);
    }

    private static long WriteState(TurnStatements turns, EncodedTurn turn, Head head, long row, long now)
    {
        var commit = turn.Commit;
        var state = commit.State;
        if (head.Id == 0)
        {
            return turns.Insert.Number(
                turn.Key, commit.Instance, commit.ExternalId, state.Sequence, (int)state.Owner, state.OwnerEpoch, now, state.Format, row, turn.State)!.Value;
        }

        turns.Update.Execute(head.Id, state.Sequence, (int)state.Owner, state.OwnerEpoch, now, state.Format, row, turn.State);
        if (now >> 20 != head.ChangedAbout)
        {
            turns.Move.Execute(head.Id, now >> 20);
        }

        return head.Id;
    }

    private static void WriteEpisode(TurnStatements turns, long conversation, Episode episode) => turns.Episode.Execute(
        conversation,
        episode.Number,
        episode.Bot,
        episode.Version,
        UnixTime.Of(episode.Began),
        UnixTime.Of(episode.Ended),
        episode.Outcome?.ToString(),
        episode.Reason);

    private static void WriteWake(TurnStatements turns, long conversation, DateTimeOffset? at)
    {
        if (at is { } time)
        {
            turns.Wake.Execute(conversation, UnixTime.Of(time));
        }
        else
        {
            turns.Unwake.Execute(conversation);
        }
    }

    private static void WriteEffects(OutboxStatements outbox, TurnCommit commit, long conversation, long row)
    {
        if (commit.Ends is { } ends)
        {
            outbox.EndAwaited.Execute(conversation, ends.Effect.Sequence, ends.Effect.Index, (int)ends.Status, ends.Reason);
        }

        if (commit.OwnerChanged)
        {
            outbox.Cancel.Execute(conversation, commit.State.OwnerEpoch - 1, "The conversation changed hands before it was sent.");
        }

        for (var position = 0; position < commit.Effects.Count; position++)
        {
            var entry = commit.Effects[position];
            outbox.Insert.Execute(
                OutboxRow.IdOf(row, position),
                conversation,
                entry.Address.Effect.Sequence,
                position,
                (int)entry.Status,
                entry.Effect is not InvokeAction,
                entry.IsAwaited,
                entry.Epoch,
                entry.Cause,
                commit.Node,
                entry.Attempts,
                UnixTime.Of(entry.CreatedAt));
        }
    }

    /// <summary>Where a conversation stands; all zero for one that is not there.</summary>
    private readonly record struct Head(long Id, long Sequence, long LastEvent, long ChangedAbout);
}
