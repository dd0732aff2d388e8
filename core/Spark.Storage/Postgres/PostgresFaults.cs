using System.Net.Sockets;
using Npgsql;
using Spark.Runtime.Stores;

namespace Spark.Storage.Postgres;

/// <summary>Tells faults of the database's surroundings, after which trying again may help, from mistakes of ours.</summary>
internal static class PostgresFaults
{
    /// <summary>What a caller is told.</summary>
    public static Exception Translate(Exception exception) =>
        IsOutside(exception) ? StoreUnavailableException.CannotWrite(Name(exception), exception) : exception;

    /// <summary>True for what may be over later: the network, a shutdown, a full disk, too many connections.</summary>
    public static bool IsOutside(Exception exception) => exception switch
    {
        PostgresException said => IsOutside(said.SqlState),
        NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>True when two transactions stood in each other's way: nothing was written, and the next attempt passes.</summary>
    public static bool IsCollision(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>True when the data cannot be stored as it is, whoever asks and whenever.</summary>
    public static bool IsMistake(Exception exception) =>
        exception is PostgresException said && (IsOfClass(said.SqlState, "22") || IsOfClass(said.SqlState, "23") || IsOfClass(said.SqlState, "54"));

    /// <summary>
    /// True when the session may have ended between the commit and the word of it. An error that leaves the session alive is none of
    /// these: its transaction is undone.
    /// </summary>
    public static bool LeavesDoubt(Exception exception) => exception switch
    {
        PostgresException said => said.InvariantSeverity is "FATAL" or "PANIC" || IsOfClass(said.SqlState, "08"),
        _ => IsOutside(exception),
    };

    private static string Name(Exception exception) =>
        exception is PostgresException said ? $"PostgreSQL code {said.SqlState}" : (exception.InnerException ?? exception).GetType().Name;

    // Connections, rolled back transactions, resources, operators' deeds, the system beneath; and a server that is a standby by now, or
    // does not let us in for the moment.
    private static bool IsOutside(string state) =>
        IsOfClass(state, "08") || IsOfClass(state, "40") || IsOfClass(state, "53") || IsOfClass(state, "57") || IsOfClass(state, "58") || IsOfClass(state, "28")
        || state is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.InvalidCatalogName
            or "25P03";

    private static bool IsOfClass(string state, string prefix) => state.StartsWith(prefix, StringComparison.Ordinal);
}
