using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Operations;

/// <summary>The operator's view of the outbox in SQLite.</summary>
internal sealed class SqliteOutboxDesk(SqliteDatabase database) : IOutboxDesk
{
    public ValueTask<IReadOnlyList<ListedEffect>> ListAsync(
        IReadOnlyCollection<OutboxStatus> statuses, EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAtOnceAsync<IReadOnlyList<ListedEffect>>(
            statements =>
            {
                var position = after is { } address ? FindRow(statements, address) : 0;
                var entries = new List<ListedEffect>();
                using var rows = Choose(statements.Operations, statuses).Bind(position).Bind(Bits(statuses)).Bind(limit).Read();
                while (rows.Next())
                {
                    entries.Add(OutboxRows.ReadListed(rows));
                }

                return entries;
            },
            cancellationToken);

    public async ValueTask<OpenEntry?> RetryAsync(EffectAddress address, long node, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((address, node), static (statements, it) => Retry(statements.Outbox, it.address, it.node))
            .WaitAsync(cancellationToken);

    public async ValueTask<bool> DropAsync(EffectAddress address, string reason, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            (address, reason), static (statements, it) => statements.Outbox.Drop.Bind(it.address).Bind(it.reason).Run()).WaitAsync(cancellationToken) == 1;

    public ValueTask<OutboxDepth> MeasureAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAtOnceAsync(
            statements => new OutboxDepth(
                statements.Operations.CountOpen.Number() ?? 0,
                statements.Operations.OldestOpen.Number() is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null),
            cancellationToken);

    private static OpenEntry? Retry(OutboxStatements outbox, EffectAddress address, long node)
    {
        if (outbox.Reopen.Bind(address).Bind(node).Run() == 0)
        {
            return null;
        }

        using var rows = outbox.Opened.Bind(address).Read();
        return rows.Next() ? OutboxRows.Read(rows) : null;
    }

    private static Statement Choose(OperationStatements statements, IReadOnlyCollection<OutboxStatus> statuses)
    {
        if (statuses.All(status => status < OutboxStatus.Delivered))
        {
            return statements.ListOpen;
        }

        return statuses.All(status => status is OutboxStatus.Failed or OutboxStatus.Unknown) ? statements.ListFailed : statements.ListAll;
    }

    private static long Bits(IReadOnlyCollection<OutboxStatus> statuses) => statuses.Aggregate(0L, (bits, status) => bits | (1L << (int)status));

    // What has ended well since the page before was read is in no index: its event is looked for in the log.
    private static long FindRow(ReaderStatements statements, EffectAddress address) =>
        statements.Operations.FindOpen.Bind(address).Number()
        ?? statements.Operations.FindFailed.Bind(address).Number()
        ?? FindInLog(statements, address);

    private static long FindInLog(ReaderStatements statements, EffectAddress address)
    {
        var (conversation, id) = ReadHead(statements, address);
        while (id != 0)
        {
            using var rows = statements.Event.Bind(id).Bind(conversation).Read();
            if (!rows.Next())
            {
                return 0;
            }

            if (rows.Long(0) == address.Effect.Sequence)
            {
                return rows.Long(3) + address.Effect.Index;
            }

            id = rows.Long(1);
        }

        return 0;
    }

    private static (long Conversation, long LastEvent) ReadHead(ReaderStatements statements, EffectAddress address)
    {
        using var rows = statements.Head.Bind(address.Conversation.ToBytes()).Read();
        return rows.Next() ? (rows.Long(0), rows.Long(2)) : default;
    }
}
