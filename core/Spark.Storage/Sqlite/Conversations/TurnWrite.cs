using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>Writes a turn. Decides before its first write whether it may, so that a lost race leaves nothing behind in the batch.</summary>
internal static class TurnWrite
{
    /// <summary>The format of events and effects.</summary>
    private const int Format = 1;

    private const string ChangedHands = "The conversation changed hands before it was sent.";

    public static CommitOutcome Execute(WriterStatements statements, EncodedTurn turn)
    {
        var commit = turn.Commit;
        var (id, sequence, lastEvent) = Find(statements.Turns, turn.Key);
        if (id != 0 && FindSeen(statements.Turns.Seen, id, commit.Keys) is { } first)
        {
            // Its result is in the log already, so the effect has ended: a row that is open all the same (an operator has opened it
            // again) would be done anew with every start.
            End(statements, turn);
            return new(CommitStatus.Duplicate, first);
        }

        if (sequence != commit.ExpectedSequence)
        {
            return new(CommitStatus.Conflict, 0);
        }

        if (commit.Node != statements.State.Node)
        {
            return new(CommitStatus.Fenced, 0);
        }

        return commit.Revision == statements.State.Revision
            ? Write(statements, turn, id, lastEvent)
            : new(CommitStatus.Outdated, 0);
    }

    public static long? FindSeen(Statement seen, long conversation, IReadOnlyList<SeenKey> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (seen.Bind(keys[i].Key).Bind(keys[i].Source).Bind(conversation).Number() is { } sequence)
            {
                return sequence;
            }
        }

        return null;
    }

    public static (long Id, long Sequence, long LastEvent) Find(TurnStatements turns, byte[] key)
    {
        using var rows = turns.Find.Bind(key).Read();
        return rows.Next() ? (rows.Long(0), rows.Long(1), rows.Long(2)) : default;
    }

    private static CommitOutcome Write(WriterStatements statements, EncodedTurn turn, long known, long lastEvent)
    {
        var commit = turn.Commit;
        var state = statements.State;
        var turns = statements.Turns;
        var now = commit.Event.At.ToUnixTimeMilliseconds();
        var id = known == 0 ? ++state.LastConversation : known;
        var happened = ++state.LastEvent;
        WriteState(turns, turn, id, isNew: known == 0, happened, now);
        turns.Event
            .Bind(happened).Bind(id).Bind(commit.State.Sequence).Bind(lastEvent).Bind(state.LastEffect + 1).Bind(commit.Effects.Count)
            .Bind(commit.Cause).Bind(now).Bind(commit.Node).Bind(Format).Bind(turn.Event).Bind(turn.Effects).Bind(turn.Fault)
            .Run();
        for (var i = 0; i < commit.Keys.Count; i++)
        {
            turns.See.Bind(commit.Keys[i].Key).Bind(commit.Keys[i].Source).Bind(id).Bind(commit.State.Sequence).Bind(now).Run();
        }

        for (var i = 0; i < commit.Episodes.Count; i++)
        {
            WriteEpisode(turns, id, commit.Instance, commit.Episodes[i]);
        }

        for (var i = 0; i < turn.Words.Count; i++)
        {
            WriteWords(turns, id, turn.Words[i]);
        }

        WritePerson(turns, turn);
        WriteWake(turns, id, commit);
        return new(CommitStatus.Committed, commit.State.Sequence, WriteEffects(statements, turn, happened));
    }

    private static void WriteState(TurnStatements turns, EncodedTurn turn, long id, bool isNew, long happened, long now)
    {
        var commit = turn.Commit;
        var state = commit.State;
        if (isNew)
        {
            turns.Insert
                .Bind(id).Bind(turn.Key).Bind(commit.Instance).Bind(commit.ExternalId).Bind(state.Sequence).Bind((int)state.Owner)
                .Bind(state.OwnerEpoch).Bind(now).Bind(happened).Bind(state.Format).Bind(turn.State)
                .Run();
        }
        else
        {
            turns.Update
                .Bind(id).Bind(state.Sequence).Bind((int)state.Owner).Bind(state.OwnerEpoch).Bind(now).Bind(happened).Bind(state.Format)
                .Bind(turn.State).Bind(commit.ExternalId)
                .Run();
        }
    }

    private static void WriteEpisode(TurnStatements turns, long id, string instance, Episode episode) => turns.Episode
        .Bind(id).Bind(episode.Number).Bind(episode.Bot).Bind(episode.Version).Bind(episode.Began.ToUnixTimeMilliseconds())
        .Bind(episode.Ended?.ToUnixTimeMilliseconds()).Bind(episode.Outcome?.ToString()).Bind(episode.Reason)
        .Bind(episode.Type?.ToString()).Bind(episode.Category).Bind(episode.Ticket).Bind(episode.TicketUrl?.ToString()).Bind(instance)
        .Run();

    /// <summary>Writes the words of an episode, if they are others than those that are there.</summary>
    public static void WriteWords(TurnStatements turns, long conversation, EpisodeWords words)
    {
        if (AreWritten(turns, conversation, words))
        {
            return;
        }

        turns.DropWords.Bind(conversation).Bind(words.Number).Run();
        for (var i = 0; i < words.Words.Count; i++)
        {
            turns.AddWord.Bind(conversation).Bind(words.Number).Bind(words.Words[i]).Run();
        }
    }

    private static bool AreWritten(TurnStatements turns, long conversation, EpisodeWords words)
    {
        using var rows = turns.Words.Bind(conversation).Bind(words.Number).Read();
        for (var i = 0; i < words.Words.Count; i++)
        {
            if (!rows.Next() || rows.Text(0) != words.Words[i])
            {
                return false;
            }
        }

        return !rows.Next();
    }

    private static void WritePerson(TurnStatements turns, EncodedTurn turn)
    {
        if (turn.Commit.Person is not { } person)
        {
            return;
        }

        for (var i = 0; i < person.Variables.Count; i++)
        {
            var variable = person.Variables[i];
            turns.Remember
                .Bind(person.Person).Bind(person.Bot).Bind(variable.Name).Bind(turn.Known[i])
                .Bind(variable.At.ToUnixTimeMilliseconds()).Bind(variable.Until?.ToUnixTimeMilliseconds())
                .Run();
        }
    }

    private static void WriteWake(TurnStatements turns, long id, TurnCommit commit)
    {
        if (commit.WakeAt == commit.WokenAt)
        {
            return;
        }

        if (commit.WakeAt is { } at)
        {
            turns.Wake.Bind(id).Bind(at.ToUnixTimeMilliseconds()).Run();
        }
        else
        {
            turns.LetSleep.Bind(id).Run();
        }
    }

    /// <returns>True when something stands before them in the lane that is not in the node's hands.</returns>
    private static bool WriteEffects(WriterStatements statements, EncodedTurn turn, long happened)
    {
        var commit = turn.Commit;
        var outbox = statements.Outbox;
        End(statements, turn);
        if (commit.OwnerChanged)
        {
            outbox.Cancel.Bind(turn.Key).Bind(commit.State.OwnerEpoch - 1).Bind(ChangedHands).Run();
        }

        for (var i = 0; i < commit.Effects.Count; i++)
        {
            var entry = commit.Effects[i];
            outbox.Insert
                .Bind(++statements.State.LastEffect).Bind(turn.Key).Bind(entry.Address.Effect.Sequence).Bind(entry.Address.Effect.Index)
                .Bind(happened).Bind((int)Destinations.Of(entry.Effect)).Bind((int)entry.Status).Bind(entry.IsAwaited).Bind(entry.Epoch)
                .Bind(entry.Cause).Bind(entry.Attempts).Bind(entry.MayHaveArrived).Bind(entry.IsLate).Bind(commit.Node)
                .Bind(entry.CreatedAt.ToUnixTimeMilliseconds()).Bind(entry.DueAt?.ToUnixTimeMilliseconds()).Bind(entry.TraceParent)
                .Run();
        }

        return commit.Effects.Count > 0
            && statements.State.HasForeignEffects
            && outbox.IsAhead.Bind(turn.Key).Bind(commit.State.Sequence).Bind(commit.Node).Number() is not null;
    }

    private static void End(WriterStatements statements, EncodedTurn turn)
    {
        if (turn.Commit.Ends is { } ends)
        {
            statements.Outbox.Resolve
                .Bind(turn.Key).Bind(ends.Effect.Sequence).Bind(ends.Effect.Index).Bind((int)ends.Status).Bind(ends.Reason)
                .Run();
        }
    }
}
