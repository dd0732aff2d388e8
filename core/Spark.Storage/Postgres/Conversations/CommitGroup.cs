using Npgsql;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Postgres.Grouping;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>Turns, and ends of effects, that go into one transaction.</summary>
internal sealed class CommitGroup
{
    private readonly List<TurnWork> turns;
    private readonly List<EndWork> ends;

    public CommitGroup(IReadOnlyList<WriterWork> works)
    {
        // By their keys: two groups that lock the same conversations do so in the same order.
        turns = [.. works.OfType<TurnWork>().OrderBy(work => work.Commit.Key)];
        ends = [.. works.OfType<EndWork>()];
        Shape = turns.Aggregate(CommitShape.None, (shape, work) => shape | ShapeOf(work.Commit) | (work.Turn.Words.Count > 0 ? CommitShape.Words : CommitShape.None)) | (ends.Count > 0 ? CommitShape.Ends : CommitShape.None);
    }

    public CommitShape Shape { get; }

    /// <summary>Writes the group. Nothing is told to anybody before the transaction is on disk.</summary>
    public async Task WriteAsync(WorkerSession session, CancellationToken cancellationToken)
    {
        var batch = session.Batch((int)Shape, shape => CommitStatements.Of((CommitShape)shape));
        if (turns.Count > 0)
        {
            FillTurns(batch.Statements[0].Begin());
        }

        if (ends.Count > 0)
        {
            FillEnds(batch.Statements[^1].Begin());
        }

        var outcomes = new CommitOutcome[turns.Count];
        await using (var reader = await batch.ExecuteAsync(cancellationToken))
        {
            await ReadAsync(reader, outcomes, cancellationToken);
        }

        for (var i = 0; i < outcomes.Length; i++)
        {
            turns[i].Complete(outcomes[i]);
        }

        foreach (var end in ends)
        {
            end.Complete();
        }
    }

    private static CommitShape ShapeOf(TurnCommit commit) =>
        CommitShape.Turns
        | (commit.Effects.Count > 0 ? CommitShape.Effects : CommitShape.None)
        | (commit.Effects is [{ TraceParent: not null }, ..] ? CommitShape.Traces : CommitShape.None)
        | (commit.WakeAt != commit.WokenAt ? CommitShape.Timers : CommitShape.None)
        | (commit.Ends is not null ? CommitShape.Results : CommitShape.None)
        | (commit.OwnerChanged ? CommitShape.Cancels : CommitShape.None)
        | (commit.Episodes.Count > 0 ? CommitShape.Episodes : CommitShape.None)
        | (commit.Person is not null ? CommitShape.People : CommitShape.None);

    private async Task ReadAsync(NpgsqlDataReader reader, CommitOutcome[] outcomes, CancellationToken cancellationToken)
    {
        while (turns.Count > 0 && await reader.ReadAsync(cancellationToken))
        {
            var turn = reader.GetInt32(0) - 1;
            var status = (CommitStatus)reader.GetInt32(1);
            var sequence = status == CommitStatus.Committed ? turns[turn].Commit.State.Sequence : reader.GetInt64(2);
            outcomes[turn] = new(status, status is CommitStatus.Committed or CommitStatus.Duplicate ? sequence : 0, reader.GetBoolean(3) && status == CommitStatus.Committed);
        }

        // The end of the last statement is the end of the transaction.
        while (await reader.NextResultAsync(cancellationToken))
        {
        }
    }

    private void FillTurns(PreparedStatement statement)
    {
        statement
            .Put(turns[0].Commit.Node)
            .Put(turns[0].Commit.Revision)
            .Put(Of(work => work.Turn.Key))
            .Put(Of(work => work.Commit.ExpectedSequence))
            .Put(Of(work => work.Commit.State.Sequence))
            .Put(Of(work => UnixTime.Of(work.Commit.Event.At)))
            .Put(Of(work => work.Commit.Cause))
            .Put(Of(work => work.Commit.State.OwnerEpoch))
            .Put(Of(work => (short)work.Commit.State.Owner))
            .Put(Of(work => (short)work.Commit.State.Format))
            .Put(Of(work => work.Commit.ExpectedSequence == 0 ? work.Commit.Instance : null))

            // It is there already, unless the conversation was erased and comes to life again.
            .Put(Of(work => work.Commit.ExternalId))
            .Put(Of(work => work.Turn.State))
            .Put(Of(work => work.Turn.Event))
            .Put(Of(work => work.Turn.Effects))
            .Put(Of(work => work.Turn.Fault));
        var keys = Flatten(work => work.Turn.Keys);
        statement.Put(Column(keys, one => one.Turn)).Put(Column(keys, one => one.Part));
        FillEffects(statement);
        FillTimers(statement);
        FillResults(statement);
        FillEpisodes(statement);
        FillPeople(statement);
        FillWords(statement);
    }

    private void FillEffects(PreparedStatement statement)
    {
        if (!Shape.HasFlag(CommitShape.Effects))
        {
            return;
        }

        var effects = Flatten(work => work.Commit.Effects);
        statement
            .Put(Column(effects, one => one.Turn))
            .Put(Column(effects, one => one.Part.Address.Effect.Index))
            .Put(Column(effects, one => (short)one.Part.Status))
            .Put(Column(effects, one => one.Part.Attempts))
            .Put(Column(effects, one => Destinations.Of(one.Part.Effect) != Destination.None))
            .Put(Column(effects, one => one.Part.IsAwaited))
            .Put(Column(effects, one => Destinations.Of(one.Part.Effect) == Destination.Desk));
        if (Shape.HasFlag(CommitShape.Traces))
        {
            statement.Put(Column(effects, one => one.Part.TraceParent));
        }
    }

    private void FillTimers(PreparedStatement statement)
    {
        if (Shape.HasFlag(CommitShape.Timers))
        {
            var moved = Flatten<DateTimeOffset?>(work => work.Commit.WakeAt != work.Commit.WokenAt ? [work.Commit.WakeAt] : []);
            statement.Put(Column(moved, one => one.Turn)).Put(Column(moved, one => UnixTime.Of(one.Part) ?? -1));
        }
    }

    private void FillResults(PreparedStatement statement)
    {
        if (Shape.HasFlag(CommitShape.Results))
        {
            var results = Flatten<EffectEnding>(work => work.Commit.Ends is { } ends ? [ends] : []);
            statement
                .Put(Column(results, one => one.Turn))
                .Put(Column(results, one => one.Part.Effect.Sequence))
                .Put(Column(results, one => one.Part.Effect.Index))
                .Put(Column(results, one => (short)one.Part.Status))
                .Put(Column(results, one => Reasons.Clean(one.Part.Reason)));
        }

        if (Shape.HasFlag(CommitShape.Cancels))
        {
            statement.Put(Column(Flatten<bool>(work => work.Commit.OwnerChanged ? [true] : []), one => one.Turn));
        }
    }

    private void FillEpisodes(PreparedStatement statement)
    {
        if (Shape.HasFlag(CommitShape.Episodes))
        {
            // One write of a row: what comes last is how it stands.
            var episodes = Flatten<(Episode Episode, string Instance)>(
                work => [.. work.Commit.Episodes.GroupBy(episode => episode.Number).Select(same => (same.Last(), work.Commit.Instance))]);
            statement
                .Put(Column(episodes, one => one.Turn))
                .Put(Column(episodes, one => one.Part.Episode.Number))
                .Put(Column(episodes, one => UnixTime.Of(one.Part.Episode.Began)))
                .Put(Column(episodes, one => UnixTime.Of(one.Part.Episode.Ended)))
                .Put(Column(episodes, one => one.Part.Episode.Bot))
                .Put(Column(episodes, one => one.Part.Episode.Version))
                .Put(Column(episodes, one => one.Part.Episode.Outcome?.ToString()))
                .Put(Column(episodes, one => Reasons.Clean(one.Part.Episode.Reason)))
                .Put(Column(episodes, one => one.Part.Episode.Type?.ToString()))
                .Put(Column(episodes, one => Reasons.Clean(one.Part.Episode.Category)))
                .Put(Column(episodes, one => Reasons.Clean(one.Part.Episode.Ticket)))
                .Put(Column(episodes, one => one.Part.Episode.TicketUrl?.ToString()))
                .Put(Column(episodes, one => one.Part.Instance));
        }
    }

    private void FillPeople(PreparedStatement statement)
    {
        if (Shape.HasFlag(CommitShape.People))
        {
            var known = Flatten<(PersonWrite Write, PersonVariable Variable, byte[]? Value)>(
                work => work.Commit.Person is { } person ? [.. person.Variables.Select((variable, i) => (person, variable, work.Turn.Known[i]))] : []);
            statement
                .Put(Column(known, one => one.Turn))
                .Put(Column(known, one => KeptName.Of(one.Part.Write.Person)))
                .Put(Column(known, one => one.Part.Write.Bot))
                .Put(Column(known, one => one.Part.Variable.Name))
                .Put(Column(known, one => one.Part.Value))
                .Put(Column(known, one => UnixTime.Of(one.Part.Variable.At)))
                .Put(Column(known, one => UnixTime.Of(one.Part.Variable.Until)));
        }
    }

    private void FillWords(PreparedStatement statement)
    {
        if (Shape.HasFlag(CommitShape.Words))
        {
            var words = Flatten<(int Number, string Word)>(
                work => [.. work.Turn.Words.SelectMany(episode => episode.Words.Prepend(""), (episode, word) => (episode.Number, word))]);
            statement.Put(Column(words, one => one.Turn)).Put(Column(words, one => one.Part.Number)).Put(Column(words, one => one.Part.Word));
        }
    }

    private void FillEnds(PreparedStatement statement)
    {
        var ended = ends.SelectMany(work => work.Ended, (work, end) => (work.Node, End: end)).OrderBy(one => one.End.Address).ToList();
        statement
            .Put(Column(ended, one => one.End.Address.Conversation.ToBytes()))
            .Put(Column(ended, one => one.End.Address.Effect.Sequence))
            .Put(Column(ended, one => one.End.Address.Effect.Index))
            .Put(Column(ended, one => (short)one.End.Status))
            .Put(Column(ended, one => Reasons.Clean(one.End.Reason)))
            .Put(Column(ended, one => one.Node));
    }

    private T[] Of<T>(Func<TurnWork, T> value) => Column(turns, value);

    private List<(int Turn, T Part)> Flatten<T>(Func<TurnWork, IReadOnlyList<T>> parts)
    {
        var flat = new List<(int, T)>(turns.Count);
        for (var i = 0; i < turns.Count; i++)
        {
            foreach (var part in parts(turns[i]))
            {
                flat.Add((i + 1, part));
            }
        }

        return flat;
    }

    private static TOut[] Column<TIn, TOut>(List<TIn> rows, Func<TIn, TOut> value)
    {
        var column = new TOut[rows.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = value(rows[i]);
        }

        return column;
    }
}
