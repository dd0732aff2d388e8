using Npgsql;
using NpgsqlTypes;
using Spark.Engine.Conversations;
using Spark.Runtime.Access;
using Spark.Runtime.Privacy;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Privacy;

/// <summary>Erases in PostgreSQL, in transactions that say the same when they are repeated.</summary>
internal sealed class PostgresErasureStore(PostgresDatabase database) : IErasureStore
{
    // The conversation first and then its effects, as turns lock them.
    private const string Find = "SELECT sequence FROM conversations WHERE conversation = $1 FOR UPDATE";

    private const string Open = "SELECT status IN (1, 3) AND attempts > 0 FROM outbox WHERE conversation = $1 AND status < 10 FOR UPDATE";

    private const string Empty =
        """
        UPDATE conversations
        SET external_id = '', sequence = $2, owner = $3, epoch = $4, lost_epoch = NULL, changed_at = $5, format = $6, state = $7
        WHERE conversation = $1
        """;

    private const string DeleteValues = "DELETE FROM person_variables WHERE person = $1";

    private static readonly string[] OfConversation =
    [
        "DELETE FROM outbox WHERE conversation = $1",
        "DELETE FROM events WHERE conversation = $1",
        "DELETE FROM timers WHERE conversation = $1",
        "DELETE FROM episodes WHERE conversation = $1",
        "DELETE FROM search_words WHERE conversation = $1",
        "DELETE FROM escalations WHERE conversation = $1",
    ];

    public ValueTask<ErasureStep> EraseAsync(ErasedConversation conversation, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync(
            async (connection, token) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(token);
                var step = await EraseAsync(connection, conversation, token);
                if (step == ErasureStep.Done)
                {
                    await transaction.CommitAsync(token);
                }

                return step;
            },
            cancellationToken);

    public async ValueTask ForgetAsync(PersonAddressed who, CancellationToken cancellationToken) =>
        await database.Sessions.RunAsync(
            async (connection, token) =>
            {
                await connection.ExecuteAsync(DeleteValues, token, Of(KeptName.Of($"channel:{who.Instance}/{who.Id}")));
                return await connection.ExecuteAsync("DELETE FROM people WHERE instance = $1 AND id = $2", token, Of(who.Instance), Of(KeptName.Of(who.Id)));
            },
            cancellationToken);

    public async ValueTask RewriteAsync(IReadOnlyList<AuditRecord> entries, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            """
            UPDATE audit a SET subject = e.subject, details = e.details
            FROM unnest($1::bigint[], $2::text[], $3::text[]) AS e (number, subject, details) WHERE a.number = e.number
            """,
            cancellationToken,
            Of<long[]>([.. entries.Select(entry => entry.Number)]),
            Texts(entries.Select(entry => entry.Subject)),
            Texts(entries.Select(entry => entry.Details)));

    // The database does so itself, by its autovacuum: no statement of a node may take as long.
    public ValueTask ScrubAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private static async Task<ErasureStep> EraseAsync(NpgsqlConnection connection, ErasedConversation erased, CancellationToken cancellationToken)
    {
        var key = erased.Key.ToBytes();
        var sequences = await connection.ReadAsync(Find, row => row.GetInt64(0), cancellationToken, Of(key));
        if (sequences is not [var sequence] || sequence != erased.ExpectedSequence)
        {
            return sequences.Count == 0 ? ErasureStep.Done : ErasureStep.Moved;
        }

        var open = await connection.ReadAsync(Open, row => row.GetBoolean(0), cancellationToken, Of(key));
        if (erased.WithdrawsOpen ? open.Contains(true) : open.Count > 0)
        {
            return ErasureStep.UnderWay;
        }

        foreach (var statement in OfConversation)
        {
            await connection.ExecuteAsync(statement, cancellationToken, Of(key));
        }

        await connection.ExecuteAsync(
            "DELETE FROM links WHERE instance = $1 AND conversation_id = $2", cancellationToken, Of(erased.Instance), Of(erased.ExternalId));
        await connection.ExecuteAsync("DELETE FROM files WHERE id = ANY ($1) OR conversation = $2", cancellationToken, Of<string[]>([.. erased.Files]), Of(key));
        if (erased.Remembered is { } name)
        {
            await connection.ExecuteAsync(DeleteValues, cancellationToken, Of(KeptName.Of(name)));
        }

        var left = erased.State;
        await connection.ExecuteAsync(
            Empty, cancellationToken, Of(key), Of(left.Sequence), Of((short)left.Owner), Of(left.OwnerEpoch), Of(UnixTime.Of(erased.At)), Of((short)left.Format), Of(ConversationJson.Write(left)));
        return ErasureStep.Done;
    }

    private static NpgsqlParameter Texts(IEnumerable<string?> texts) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = texts.ToArray() };
}
