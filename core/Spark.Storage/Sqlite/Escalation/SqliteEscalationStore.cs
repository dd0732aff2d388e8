using Spark.Offload;
using Spark.Runtime.Escalation;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Escalation;

/// <summary>Attempts to open tickets, in SQLite.</summary>
internal sealed class SqliteEscalationStore(SqliteDatabase database) : IEscalationStore
{
    public async ValueTask<bool> BeginAsync(EscalationRecord record, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            record,
            static (statements, it) => statements.Configuration.BeginEscalation
                .Bind(it.Effect.Conversation.ToBytes()).Bind(it.Number).Bind(it.Effect.Effect.Sequence).Bind(it.Effect.Effect.Index)
                .Bind(it.CorrelationId).Bind(it.BeganAt.ToUnixTimeMilliseconds())
                .Run() == 1).WaitAsync(cancellationToken);

    public async ValueTask EndAsync(EscalationRecord record, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            record,
            static (statements, it) => statements.Configuration.EndEscalation
                .Bind(it.Effect.Conversation.ToBytes()).Bind(it.Number).Bind(it.EndedAt?.ToUnixTimeMilliseconds()).Bind(it.Result?.ToString())
                .Bind(it.Ticket?.Number).Bind(it.Ticket?.Id).Bind(it.Ticket?.Url?.ToString()).Bind(it.Reason)
                .Run()).WaitAsync(cancellationToken);

    public ValueTask<IReadOnlyList<EscalationRecord>> ListAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<EscalationRecord>>(
            statements =>
            {
                var records = new List<EscalationRecord>();
                using var rows = statements.Configuration.Escalations.Bind(conversation.ToBytes()).Read();
                while (rows.Next())
                {
                    records.Add(new(new(conversation, new(rows.Long(1), rows.Int(2))), rows.Int(0), rows.Text(3), rows.Time(4))
                    {
                        EndedAt = rows.TimeOrNull(5),
                        Result = rows.TextOrNull(6) is { } result ? Enum.Parse<OffloadResult>(result) : null,
                        Ticket = TicketColumns.Read(rows.TextOrNull(7), rows.TextOrNull(8), rows.TextOrNull(9)),
                        Reason = rows.TextOrNull(10),
                    });
                }

                return records;
            },
            cancellationToken);
}
