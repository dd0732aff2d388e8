using Microsoft.Data.Sqlite;

namespace Spark.Storage.Sqlite.Retention;

/// <summary>The statements by which old rows leave.</summary>
internal sealed class RetentionStatements(SqliteConnection connection) : IDisposable
{
    public Statement OldestOpen { get; } = new(connection, WideStatements.OldestOpen.Sql);

    public Statement OldestEvents { get; } = new(connection, WideStatements.OldestEvents.Sql);

    public Statement DeleteEvents { get; } = new(connection, WideStatements.DeleteEvents.Sql);

    public Statement DeleteEffects { get; } = new(connection, WideStatements.DeleteEffects.Sql);

    public Statement NextSeen { get; } = new(connection, WideStatements.NextSeen.Sql);

    public Statement DeleteSeen { get; } = new(connection, "DELETE FROM seen WHERE key = ?1 AND source = ?2 AND conversation = ?3");

    public Statement NextEpisodes { get; } = new(connection, WideStatements.NextEpisodes.Sql);

    public Statement DeleteEpisode { get; } = new(connection, "DELETE FROM episodes WHERE conversation = ?1 AND number = ?2");

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)
            [OldestOpen, OldestEvents, DeleteEvents, DeleteEffects, NextSeen, DeleteSeen, NextEpisodes, DeleteEpisode])
        {
            statement.Dispose();
        }
    }
}
