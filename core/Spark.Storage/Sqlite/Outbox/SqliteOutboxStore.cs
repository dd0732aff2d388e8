using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>
/// The outbox in SQLite. The data folder's lock lets one process in: whatever is not in the hands of the node that registered last is in
/// nobody's.
/// </summary>
internal sealed class SqliteOutboxStore(SqliteDatabase database) : IOutboxStore, ILaneStore
{
    private const string Lost = "The conversation is not the bot's any more.";

    public async ValueTask<IReadOnlyList<OpenEntry>> TakeOverAsync(long node, EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => TakeOver(statements, node, after, limit)).WaitAsync(cancellationToken);

    public async ValueTask<LaneAhead> LookAheadAsync(long node, EffectAddress before, Destination destination, CancellationToken cancellationToken) =>
        new(IsHeldElsewhere: false, await database.Writer.WriteAsync(statements => LookAhead(statements, node, before, destination)).WaitAsync(cancellationToken));

    public ValueTask<IReadOnlyList<OpenEntry>> ReadLaneAsync(
        long node, ConversationKey conversation, Destination destination, EffectRef after, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<OpenEntry>>(
            statements => ReadOpen(statements.Lane.Bind(new EffectAddress(conversation, after)).Bind(node).Bind(limit).Bind((int)destination)), cancellationToken);

    public ValueTask<IReadOnlyList<OpenEntry>> ReadActionsAsync(long node, EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<OpenEntry>>(statements => ReadOpen(statements.OpenActions.BindAfter(after).Bind(node).Bind(limit)), cancellationToken);

    public async ValueTask<bool> BeginAttemptAsync(long node, EffectAddress address, int attempts, OutboxStatus status, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            (node, address, attempts, status),
            static (statements, it) => statements.Outbox.Begin.Bind(it.address).Bind(it.node).Bind((int)it.status).Bind(it.attempts).Run())
            .WaitAsync(cancellationToken) == 1;

    public async ValueTask<bool> PutBackAsync(long node, OutboxEntry entry, string? reason, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            (node, entry, reason),
            static (statements, it) => statements.Outbox.PutBack
                .Bind(it.entry.Address)
                .Bind(it.node)
                .Bind((int)it.entry.Status)
                .Bind(it.entry.DueAt?.ToUnixTimeMilliseconds())
                .Bind(it.entry.MayHaveArrived)
                .Bind(it.reason)
                .Run())
            .WaitAsync(cancellationToken) == 1;

    public async ValueTask EndAsync(long node, IReadOnlyList<EndedEffect> ended, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((node, ended), static (statements, it) => End(statements.Outbox, it.node, it.ended)).WaitAsync(cancellationToken);

    public async ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken)
    {
        var key = conversation.ToBytes();
        await database.Writer.WriteAsync(
            (key, epoch),
            static (statements, it) => statements.Outbox.MarkLost.Bind(it.key).Bind(it.epoch).Run()
                + statements.Outbox.Cancel.Bind(it.key).Bind(it.epoch).Bind(Lost).Run())
            .WaitAsync(cancellationToken);
    }

    private static List<OpenEntry> ReadOpen(Statement statement)
    {
        var entries = new List<OpenEntry>();
        using var rows = statement.Read();
        while (rows.Next())
        {
            entries.Add(OutboxRows.Read(rows));
        }

        return entries;
    }

    private static int End(OutboxStatements outbox, long node, IReadOnlyList<EndedEffect> ended)
    {
        var count = 0;
        foreach (var one in ended)
        {
            count += outbox.End.Bind(one.Address).Bind(node).Bind((int)one.Status).Bind(one.Reason).Run();
        }

        return count;
    }

    private static List<OpenEntry> TakeOver(WriterStatements statements, long node, EffectAddress? after, int limit)
    {
        var outbox = statements.Outbox;
        var taken = Take(outbox, outbox.TakeOver.BindAfter(after).Bind(node).Bind(limit), node);
        if (taken.Count < limit && node == statements.State.Node)
        {
            statements.State.HasForeignEffects = outbox.HasForeign.Bind(node).Number() != 0;
        }

        return taken;
    }

    private static List<OpenEntry> LookAhead(WriterStatements statements, long node, EffectAddress before, Destination destination) =>
        Take(statements.Outbox, statements.Outbox.Ahead.Bind(before).Bind(node).Bind((int)destination), node);

    // Read to the end first: rows that change under a statement that reads them may come twice.
    private static List<OpenEntry> Take(OutboxStatements outbox, Statement found, long node)
    {
        var entries = new List<OpenEntry>();
        var ids = new List<long>();
        using (var rows = found.Read())
        {
            while (rows.Next())
            {
                ids.Add(OutboxRows.Id(rows));
                entries.Add(OutboxRows.Read(rows));
            }
        }

        foreach (var id in ids)
        {
            outbox.Own.Bind(id).Bind(node).Run();
        }

        return entries;
    }
}
