using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Storage.Rows;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>The operators' view of the outbox in SQLite.</summary>
internal sealed class SqliteOutboxDesk(SqliteDatabase database) : IOutboxDesk, IEffectHold
{
    public ValueTask<IReadOnlyList<ListedEffect>> ListAsync(
        IReadOnlyCollection<OutboxStatus> statuses, EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<ListedEffect>>(
            statements =>
            {
                var from = after is { } last ? statements.Chain.FindEffect(last) ?? 0 : 0;
                var found = new List<(long Id, ListedEffect Effect)>();
                foreach (var kind in statuses.Distinct().GroupBy(status => StatementOf(statements, status)))
                {
                    found.AddRange(Read(kind.Key, [.. kind], from, limit));
                }

                return [.. found.OrderBy(one => one.Id).Take(limit).Select(one => one.Effect)];
            },
            cancellationToken);

    public async ValueTask<OpenEntry?> RetryAsync(EffectAddress address, long node, CancellationToken cancellationToken)
    {
        var opened = await database.Writer.WriteAsync(statements => Retry(statements, address, node)).WaitAsync(cancellationToken);
        if (opened is not null && node != database.Node.Id)
        {
            database.Node.ExpectForebears();
        }

        return opened;
    }

    public async ValueTask<bool> DropAsync(EffectAddress address, string reason, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            statements => statements.Chain.FindTroubled(address) is { } id && statements.Outbox.Drop.Execute(id, reason) == 1).WaitAsync(cancellationToken);

    public ValueTask<OutboxDepth> MeasureAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync(
        statements =>
        {
            using var row = statements.CountOpen.Read();
            row.Read();
            return new OutboxDepth(row.Number(0), row.IsNull(1) ? null : UnixTime.Read(row.Number(1)));
        },
        cancellationToken);

    public async ValueTask<long> HoldOpenAsync(string reason, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => statements.Outbox.HoldOpen.Execute(reason)).WaitAsync(cancellationToken);

    private static OpenEntry? Retry(WriterStatements statements, EffectAddress address, long node)
    {
        if (statements.Chain.FindTroubled(address) is not { } id || statements.Outbox.Retry.Execute(id, node) == 0)
        {
            return null;
        }

        using var row = statements.Chain.Effect.Read(id);
        row.Read();
        return OutboxRow.Read(row);
    }

    // Each by the index that holds them.
    private static Statement StatementOf(ReaderStatements statements, OutboxStatus status) => status switch
    {
        < OutboxStatus.Delivered => statements.ListOpen,
        OutboxStatus.Failed or OutboxStatus.Unknown => statements.ListTroubled,
        _ => statements.ListEnded,
    };

    private static List<(long Id, ListedEffect Effect)> Read(Statement statement, HashSet<OutboxStatus> wanted, long from, int limit)
    {
        var found = new List<(long Id, ListedEffect Effect)>();
        while (found.Count < limit)
        {
            var seen = 0;
            using var rows = statement.Read(from, limit);
            while (found.Count < limit && rows.Read())
            {
                seen++;
                from = rows.Number(20);
                if (wanted.Contains((OutboxStatus)rows.Number(3)))
                {
                    found.Add((from, OutboxRow.ReadListed(rows)));
                }
            }

            if (seen < limit)
            {
                break;
            }
        }

        return found;
    }
}
