using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>The outbox in SQLite.</summary>
internal sealed class SqliteOutboxStore(SqliteDatabase database) : IOutboxStore
{
    public ValueTask<IReadOnlyList<OpenEntry>> ReadOpenAsync(EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<OpenEntry>>(
            statements =>
            {
                var entries = new List<OpenEntry>();
                using var rows = statements.Open.Read(
                    after?.Conversation.ToBytes() ?? [], after?.Effect.Sequence ?? 0, after?.Effect.Index ?? 0, limit);
                while (rows.Read())
                {
                    entries.Add(OutboxColumns.Read(rows));
                }

                return entries;
            },
            cancellationToken);

    public ValueTask BeginAttemptAsync(EffectAddress address, int attempts, CancellationToken cancellationToken) =>
        WriteAsync(
            outbox => outbox.Begin.Execute(address.Conversation.ToBytes(), address.Effect.Sequence, address.Effect.Index, attempts),
            cancellationToken);

    public ValueTask PutBackAsync(OutboxEntry entry, string? reason, CancellationToken cancellationToken) =>
        WriteAsync(
            outbox => outbox.PutBack.Execute(
                entry.Address.Conversation.ToBytes(),
                entry.Address.Effect.Sequence,
                entry.Address.Effect.Index,
                (int)entry.Status,
                entry.DueAt?.ToUnixTimeMilliseconds(),
                entry.MayHaveArrived,
                reason),
            cancellationToken);

    public ValueTask EndAsync(EffectAddress address, OutboxStatus status, string? reason, CancellationToken cancellationToken) =>
        WriteAsync(
            outbox => outbox.End.Execute(address.Conversation.ToBytes(), address.Effect.Sequence, address.Effect.Index, (int)status, reason),
            cancellationToken);

    public ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken) =>
        WriteAsync(
            outbox => outbox.MarkLost.Execute(conversation.ToBytes(), epoch)
                + outbox.Cancel.Execute(conversation.ToBytes(), epoch, "The conversation is not the bot's any more."),
            cancellationToken);

    private async ValueTask WriteAsync(Func<OutboxStatements, int> execute, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => execute(statements.Outbox)).WaitAsync(cancellationToken);
}
