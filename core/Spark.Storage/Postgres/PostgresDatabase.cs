using Microsoft.Extensions.Logging;
using Npgsql;
using Spark.Runtime;
using Spark.Runtime.Stores;
using Spark.Storage.Postgres.Conversations;

namespace Spark.Storage.Postgres;

/// <summary>
/// A database that nodes share: writers and loaders that take what waits, and a few connections for the rest. The stores over it are thin.
/// It is brought to this program's schema before its first use, as soon as it can be reached.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim preparing = new(1, 1);
    private volatile bool isPrepared;

    /// <param name="connectionString">Where the database is, and who asks.</param>
    /// <param name="options">How it is used.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">Makes loggers.</param>
    public PostgresDatabase(string connectionString, PostgresOptions options, TimeProvider time, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(options);
        var session = $"spark-{Guid.NewGuid():n}";
        source = PostgresConnections.Create(connectionString, options, session);
        var doubts = new SessionsInDoubt(source, session, time);
        Sessions = new(source, doubts, Math.Max(1, options.PoolSize - options.Writers - options.Loaders), options.Capacity, PrepareAsync);
        Loader = new(source, options, PrepareAsync);
        Writer = new(source, options, doubts, PrepareAsync, logs.CreateLogger<TurnWriter>());
    }

    internal TurnWriter Writer { get; }

    internal TurnLoader Loader { get; }

    internal PostgresSessions Sessions { get; }

    /// <summary>Brings the database to this program's schema. The first use does so too; a host that asks earlier is told earlier.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperatorException">A newer program has written it.</exception>
    /// <exception cref="StoreUnavailableException">It cannot be reached now.</exception>
    public async ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        if (isPrepared)
        {
            return;
        }

        await preparing.WaitAsync(cancellationToken);
        try
        {
            if (!isPrepared)
            {
                await PostgresMigrations.RunAsync(source, cancellationToken);
                isPrepared = true;
            }
        }
        catch (Exception away) when (PostgresFaults.IsOutside(away))
        {
            throw PostgresFaults.Translate(away);
        }
        finally
        {
            preparing.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Loader.DisposeAsync();
        Sessions.Dispose();
        await source.DisposeAsync();
        preparing.Dispose();
    }
}
