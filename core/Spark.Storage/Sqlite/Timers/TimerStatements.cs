namespace Spark.Storage.Sqlite.Timers;

/// <summary>The statements that write timers beside turns.</summary>
internal sealed class TimerStatements(StatementSet set)
{
    private const string This = " WHERE conversation = (SELECT id FROM conversations WHERE key = ?1 AND sequence = ?3) AND due_at = ?2";

    public Statement Due { get; } = set.Add(WideStatements.Due);

    public Statement Hold { get; } = set.Add("UPDATE timers SET due_at = ?2 WHERE conversation = ?1");

    public Statement Move { get; } = set.Add("UPDATE timers SET due_at = ?4" + This);

    public Statement End { get; } = set.Add("DELETE FROM timers" + This);
}
