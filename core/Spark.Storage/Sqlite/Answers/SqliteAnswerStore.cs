using Spark.Runtime.Answers;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Answers;

/// <summary>Answers in SQLite.</summary>
internal sealed class SqliteAnswerStore(SqliteDatabase database) : IAnswerStore
{
    public async ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(ConversationKey conversation, long root, CancellationToken cancellationToken)
    {
        var key = conversation.ToBytes();
        return await database.Writer.WriteAsync(statements => Take(statements, key, root)).WaitAsync(cancellationToken);
    }

    // All in the writer's transaction: of two answers at once, only one can take a message.
    private static List<OutboxEntry> Take(WriterStatements statements, byte[] key, long root)
    {
        var id = statements.Turns.IdOf(key);
        var taken = ReadAnswered(statements.Outbox, id, root);
        return taken.Count > 0 || statements.Outbox.Claim.Execute(id, root) == 0 ? taken : ReadAnswered(statements.Outbox, id, root);
    }

    private static List<OutboxEntry> ReadAnswered(OutboxStatements outbox, long id, long root) =>
        [.. OutboxRow.ReadAll(outbox.Answered.Read(id, root)).Select(open => open.Entry)];
}
