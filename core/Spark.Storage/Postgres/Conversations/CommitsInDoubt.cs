using Npgsql;
using NpgsqlTypes;
using Spark.Runtime.Turns;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>Tells what became of turns whose connection broke between the commit and the word of it.</summary>
internal sealed class CommitsInDoubt(SessionsInDoubt sessions)
{
    private const string ReadBack =
        """
        SELECT coalesce((SELECT sequence FROM conversations WHERE conversation = $1), 0),
               EXISTS (SELECT FROM events WHERE conversation = $1 AND sequence = $2 AND node = $3 AND data = $4),
               (SELECT min(sequence) FROM seen WHERE conversation = $1 AND key = ANY ($5))
        """;

    /// <summary>Completes the turns that were written or can be told to have lost; the others were not written. Insists until the database answers.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="process">The database's process that had them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it was given up.</returns>
    public Task<bool> ResolveAsync(IReadOnlyList<TurnWork> turns, int process, CancellationToken cancellationToken) => sessions.ResolveAsync(
        process,
        async (connection, token) =>
        {
            foreach (var turn in turns)
            {
                await ResolveAsync(connection, turn, token);
            }
        },
        cancellationToken);

    private static async Task ResolveAsync(NpgsqlConnection connection, TurnWork work, CancellationToken cancellationToken)
    {
        var commit = work.Commit;
        var (stored, isOurs, known) = (await connection.ReadAsync(
            ReadBack,
            row => (row.GetInt64(0), row.GetBoolean(1), row.IsDBNull(2) ? (long?)null : row.GetInt64(2)),
            cancellationToken,
            PostgresCommands.Of(work.Turn.Key),
            PostgresCommands.Of(commit.State.Sequence),
            PostgresCommands.Of(commit.Node),
            PostgresCommands.Of(work.Turn.Event),
            new NpgsqlParameter<byte[][]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, TypedValue = [.. work.Turn.Keys] }))[0];
        if (isOurs)
        {
            // Whether something stands before its effects was not heard: to look is never wrong.
            work.Complete(new(CommitStatus.Committed, commit.State.Sequence, commit.Effects.Count > 0));
        }
        else if (known is { } first)
        {
            work.Complete(new(CommitStatus.Duplicate, first));
        }
        else if (stored != commit.ExpectedSequence)
        {
            work.Complete(new(CommitStatus.Conflict, 0));
        }
    }
}
