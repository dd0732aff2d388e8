using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Spark.Storage.Sqlite;

/// <summary>
/// Brings what was written from the log into the file: most of it on a connection of its own beside the writer, and then what was written
/// meanwhile on the writer's, between two transactions, so that the log begins anew and does not grow for ever. Should that not happen,
/// the writer's connection does it all once the log is four times as long. Used by the writer's pump alone.
/// </summary>
internal sealed class SqliteCheckpoints(string path, SqliteConnection writer) : IAsyncDisposable
{
    /// <summary>After how many rows. A page holds one or a few of those that a turn writes.</summary>
    private const int RowsBetween = 4_000;

    private const string Passive = "PRAGMA wal_checkpoint(PASSIVE)";

    private readonly sqlite3 database = writer.Handle!;
    private SqliteConnection? beside;
    private Task? underWay;
    private int writtenBefore;

    /// <summary>Looks whether it is time.</summary>
    public void Consider()
    {
        if (underWay is { IsCompleted: true })
        {
            underWay = null;
            Checkpoint(() => writer);
        }
        else if (underWay is null && raw.sqlite3_total_changes(database) is var written && written - writtenBefore >= RowsBetween)
        {
            writtenBefore = written;
            underWay = Task.Run(() => Checkpoint(() => beside ??= SqliteConnections.Open(path)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (underWay ?? Task.CompletedTask);
        await (beside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static void Checkpoint(Func<SqliteConnection> connection)
    {
        try
        {
            SqliteConnections.Run(connection(), Passive);
        }
        catch (SqliteException)
        {
            // Nothing is lost: it stays in the log, and the next time comes. What ails the disk is told by the writes.
        }
    }
}
