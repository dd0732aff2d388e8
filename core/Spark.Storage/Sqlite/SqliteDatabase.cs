using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Spark.Storage.Sqlite;

/// <summary>An open database: one writer, some readers. The stores over it are thin.</summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    /// <summary>The database's file in the data folder.</summary>
    public const string FileName = "spark.db";

    private const int ReaderCount = 4;

    // Pages that a batch of turns touches, and the inner pages of the indexes. What it does not keep is in the kernel's cache.
    private const int WriterCacheKilobytes = 8_000;

    private static readonly TimeSpan ScrubPause = TimeSpan.FromMilliseconds(200);

    private SqliteDatabase(string path, SqliteWriter writer, SqliteReaders readers)
    {
        Path = path;
        Writer = writer;
        Readers = readers;
    }

    internal string Path { get; }

    internal SqliteWriter Writer { get; }

    internal SqliteReaders Readers { get; }

    /// <summary>Opens a database and brings it to this program's schema; makes one that is not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">Makes loggers.</param>
    /// <param name="capacity">How many writes, and how many reads, may wait before callers are sent away.</param>
    public static SqliteDatabase Open(string path, TimeProvider time, ILoggerFactory logs, int capacity = 1024)
    {
        ArgumentNullException.ThrowIfNull(time);
        SqliteConnection? connection = SqliteConnections.Open(path, WriterCacheKilobytes);
        try
        {
            SqliteMigrations.Run(connection, time.GetUtcNow());
            var writer = new SqliteWriter(connection, new SqliteCheckpoints(path, connection), capacity, logs.CreateLogger<SqliteWriter>());
            connection = null;
            return new(path, writer, new SqliteReaders(path, ReaderCount, capacity));
        }
        finally
        {
            // The writer has it now, unless something went wrong before.
            connection?.Dispose();
        }
    }

    /// <summary>
    /// Writes the whole file anew, and empties the log beside it: SQLite leaves deleted bytes where they are until something is written over
    /// them. Writes wait meanwhile, about a second for each hundred megabytes.
    /// </summary>
    /// <exception cref="Spark.Runtime.Stores.StoreUnavailableException">It is not done; later it may be.</exception>
    internal async Task ScrubAsync(CancellationToken cancellationToken)
    {
        await Writer.BetweenAsync(static connection => SqliteConnections.Run(connection, "VACUUM")).WaitAsync(cancellationToken);
        while (!await IsLogEmptiedAsync(cancellationToken))
        {
            await Task.Delay(ScrubPause, cancellationToken);
        }
    }

    // A reader in the middle of something keeps the log; none reads for long.
    private async Task<bool> IsLogEmptiedAsync(CancellationToken cancellationToken)
    {
        var isEmptied = false;
        await Writer.BetweenAsync(connection =>
        {
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            using var row = checkpoint.ExecuteReader();
            isEmptied = row.Read() && row.GetInt64(0) == 0;
        }).WaitAsync(cancellationToken);
        return isEmptied;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Readers.DisposeAsync();
        await Writer.DisposeAsync();
    }
}
