using Spark.Runtime.Answers;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Answers;

/// <summary>Answers in SQLite.</summary>
internal sealed class SqliteAnswerStore(SqliteDatabase database) : IAnswerStore
{
    public async ValueTask<TakenAnswer> TakeAsync(ConversationKey conversation, long root, CancellationToken cancellationToken)
    {
        var key = conversation.ToBytes();
        return await database.Writer.WriteAsync((key, root), static (statements, it) => Take(statements, it.key, it.root)).WaitAsync(cancellationToken);
    }

    // All in the writer's transaction: of two answers at once, only one can take a message.
    private static TakenAnswer Take(WriterStatements statements, byte[] key, long root)
    {
        var outbox = statements.Outbox;
        var taken = ReadAnswered(outbox, key, root);
        return taken.Count > 0 || outbox.Claim.Bind(key).Bind(root).Bind(statements.State.Node).Run() == 0
            ? new(taken, IsRepeated: taken.Count > 0)
            : new(ReadAnswered(outbox, key, root), IsRepeated: false);
    }

    private static List<OutboxEntry> ReadAnswered(OutboxStatements outbox, byte[] key, long root)
    {
        var entries = new List<OutboxEntry>();
        using var rows = outbox.Answered.Bind(key).Bind(root).Read();
        while (rows.Next())
        {
            entries.Add(OutboxRows.Read(rows).Entry);
        }

        return entries;
    }
}
