using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Rows;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>The outbox in SQLite. There is one node at a time, so that nothing of a lane is ever in other hands that live.</summary>
internal sealed class SqliteOutboxStore(SqliteDatabase database) : IOutboxStore
{
    public async ValueTask<IReadOnlyList<OpenEntry>> TakeOverAsync(long node, EffectAddress? after, int limit, CancellationToken cancellationToken)
    {
        // After one look nothing is left that another node could have had: it was another life of this host.
        if (!database.Node.MayHaveForebears || database.Node.Id != node)
        {
            return [];
        }

        var page = await database.Writer.WriteAsync(statements => TakeOver(statements, node, after, limit)).WaitAsync(cancellationToken);
        if (page.Count < limit)
        {
            database.Node.ForgetForebears(node);
        }

        return page;
    }

    public ValueTask<LaneAhead> LookAheadAsync(long node, EffectAddress before, CancellationToken cancellationToken) => new(new LaneAhead(IsHeldElsewhere: false, []));

    public ValueTask<IReadOnlyList<OpenEntry>> ReadLaneAsync(
        long node, ConversationKey conversation, EffectRef after, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<OpenEntry>>(
            statements => OutboxRow.ReadAll(statements.Lane.Read(conversation.ToBytes(), after.Sequence, after.Index, node, limit)), cancellationToken);

    public async ValueTask<bool> BeginAttemptAsync(
        long node, EffectAddress address, int attempts, OutboxStatus status, CancellationToken cancellationToken) =>
        await WriteAsync(
            outbox => outbox.Begin.Execute(
                address.Conversation.ToBytes(), address.Effect.Sequence, address.Effect.Index, node, attempts, (int)status),
            cancellationToken) == 1;

    public async ValueTask<bool> PutBackAsync(long node, OutboxEntry entry, string? reason, CancellationToken cancellationToken) =>
        await WriteAsync(
            outbox => outbox.PutBack.Execute(
                entry.Address.Conversation.ToBytes(),
                entry.Address.Effect.Sequence,
                entry.Address.Effect.Index,
                node,
                (int)entry.Status,
                UnixTime.Of(entry.DueAt),
                entry.Attempts,
                entry.MayHaveArrived,
                entry.IsLate,
                reason),
            cancellationToken) == 1;

    public async ValueTask EndAsync(long node, IReadOnlyList<EndedEffect> ended, CancellationToken cancellationToken) =>
        await WriteAsync(outbox => End(outbox, node, ended), cancellationToken);

    public async ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => MarkLost(statements, conversation.ToBytes(), epoch)).WaitAsync(cancellationToken);

    private static List<OpenEntry> TakeOver(WriterStatements statements, long node, EffectAddress? after, int limit)
    {
        var conversation = after is { } last ? statements.Turns.IdOf(last.Conversation.ToBytes()) : 0;
        var taken = new List<(long Id, OpenEntry Entry)>();
        using (var rows = statements.Abandoned.Read(node, conversation, after?.Effect.Sequence ?? 0, after?.Effect.Index ?? 0, limit))
        {
            while (rows.Read())
            {
                taken.Add((rows.Number(20), OutboxRow.Read(rows)));
            }
        }

        foreach (var (id, _) in taken)
        {
            statements.Outbox.Take.Execute(id, node);
        }

        return [.. taken.Select(one => one.Entry)];
    }

    private static int End(OutboxStatements outbox, long node, IReadOnlyList<EndedEffect> ended)
    {
        var written = 0;
        foreach (var (address, status, reason) in ended)
        {
            written += outbox.End.Execute(
                address.Conversation.ToBytes(), address.Effect.Sequence, address.Effect.Index, node, (int)status, reason);
        }

        return written;
    }

    private static int MarkLost(WriterStatements statements, byte[] conversation, int epoch) =>
        statements.Outbox.MarkLost.Execute(conversation, epoch)
            + statements.Outbox.Cancel.Execute(statements.Turns.IdOf(conversation), epoch, "The conversation is not the bot's any more.");

    private Task<int> WriteAsync(Func<OutboxStatements, int> execute, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(statements => execute(statements.Outbox)).WaitAsync(cancellationToken);
}
