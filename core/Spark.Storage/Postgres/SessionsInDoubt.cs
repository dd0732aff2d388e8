using Npgsql;

namespace Spark.Storage.Postgres;

/// <summary>
/// Finds out what became of work whose connection broke between the commit and the word of it. The session that had it is ended first:
/// whatever has not happened then never will.
/// </summary>
internal sealed class SessionsInDoubt(NpgsqlDataSource source, string session, TimeProvider time)
{
    private const string End = "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE pid = $1 AND application_name = $2";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Ends the session and reads back what it has done. Insists until the database answers.</summary>
    /// <param name="process">The database's process that had the work.</param>
    /// <param name="readBack">Reads back; it may be called again when the connection breaks under it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it was given up.</returns>
    public async Task<bool> ResolveAsync(int process, Func<NpgsqlConnection, CancellationToken, Task> readBack, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 > LongestWait ? LongestWait : wait * 2)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                if (await IsEndedAsync(connection, process, cancellationToken))
                {
                    await readBack(connection, cancellationToken);
                    return true;
                }
            }
            catch (OperationCanceledException)
            {
                return false;
            }
            catch (Exception away) when (PostgresFaults.IsOutside(away))
            {
                // It is not back yet.
            }

            try
            {
                await Task.Delay(wait, time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }

    private async Task<bool> IsEndedAsync(NpgsqlConnection connection, int process, CancellationToken cancellationToken)
    {
        var ended = await connection.ReadAsync(End, row => row.GetBoolean(0), cancellationToken, PostgresCommands.Of(process), PostgresCommands.Of(session));
        return ended.TrueForAll(one => one);
    }
}
