using Spark.Offload;
using Spark.Runtime.Escalation;
using Spark.Runtime.Turns;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Escalation;

/// <summary>Attempts to open tickets, in PostgreSQL.</summary>
internal sealed class PostgresEscalationStore(PostgresDatabase database) : IEscalationStore
{
    private const string Begin =
        """
        INSERT INTO escalations (conversation, number, sequence, position, correlation, began_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING
        """;

    private const string End =
        """
        UPDATE escalations SET ended_at = $3, result = $4, ticket = $5, ticket_id = $6, ticket_url = $7, reason = $8
        WHERE conversation = $1 AND number = $2
        """;

    private const string List =
        """
        SELECT number, sequence, position, correlation, began_at, ended_at, result, ticket, ticket_id, ticket_url, reason
        FROM escalations WHERE conversation = $1 ORDER BY number
        """;

    public async ValueTask<bool> BeginAsync(EscalationRecord record, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            Begin,
            cancellationToken,
            Of(record.Effect.Conversation.ToBytes()),
            Of(record.Number),
            Of(record.Effect.Effect.Sequence),
            Of(record.Effect.Effect.Index),
            Of(record.CorrelationId),
            Of(UnixTime.Of(record.BeganAt))) == 1;

    public async ValueTask EndAsync(EscalationRecord record, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            End,
            cancellationToken,
            Of(record.Effect.Conversation.ToBytes()),
            Of(record.Number),
            Of(UnixTime.Of(record.EndedAt)),
            Of(record.Result?.ToString()),
            Of(record.Ticket?.Number),
            Of(record.Ticket?.Id),
            Of(record.Ticket?.Url?.ToString()),
            Of(Reasons.Clean(record.Reason)));

    public async ValueTask<IReadOnlyList<EscalationRecord>> ListAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        await database.Sessions.ReadAsync(
            List,
            row => new EscalationRecord(
                new(conversation, new(row.GetInt64(1), row.GetInt32(2))), row.GetInt32(0), row.GetString(3), UnixTime.Read(row.GetInt64(4)))
            {
                EndedAt = row.IsDBNull(5) ? null : UnixTime.Read(row.GetInt64(5)),
                Result = row.IsDBNull(6) ? null : Enum.Parse<OffloadResult>(row.GetString(6)),
                Ticket = TicketColumns.Read(
                    row.IsDBNull(7) ? null : row.GetString(7), row.IsDBNull(8) ? null : row.GetString(8), row.IsDBNull(9) ? null : row.GetString(9)),
                Reason = row.IsDBNull(10) ? null : row.GetString(10),
            },
            cancellationToken,
            Of(conversation.ToBytes()));
}
