namespace Spark.Storage.Sqlite.Operations;

/// <summary>What operators read.</summary>
internal sealed class OperationStatements(StatementSet set)
{
    public Statement Newest { get; } = set.Add(WideStatements.NewestConversations);

    public Statement Idle { get; } = set.Add(WideStatements.IdleConversations);

    public Statement Conversation { get; } = set.Add(
        ConversationRows.Select + ", c.state, t.due_at FROM conversations c LEFT JOIN timers t ON t.conversation = c.id WHERE c.key = ?1");

    public Statement Episodes { get; } = set.Add(
        $"SELECT {EpisodeRows.Columns} FROM episodes WHERE conversation = ?1 ORDER BY number DESC LIMIT 20");

    public Statement ListOpen { get; } = set.Add(WideStatements.ListOpen);

    public Statement ListFailed { get; } = set.Add(WideStatements.ListFailed);

    public Statement ListAll { get; } = set.Add(WideStatements.ListAll);

    public Statement FindOpen { get; } = set.Add(
        "SELECT id FROM outbox INDEXED BY outbox_open WHERE conversation = ?1 AND sequence = ?2 AND position = ?3 AND status < 10");

    public Statement FindFailed { get; } = set.Add(
        "SELECT id FROM outbox INDEXED BY outbox_failed WHERE conversation = ?1 AND sequence = ?2 AND position = ?3 AND status IN (11, 12)");

    public Statement CountOpen { get; } = set.Add(WideStatements.CountOpen);

    public Statement OldestOpen { get; } = set.Add(WideStatements.OldestOpen);
}
