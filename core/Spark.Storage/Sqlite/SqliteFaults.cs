using Microsoft.Data.Sqlite;
using Spark.Runtime.Stores;

namespace Spark.Storage.Sqlite;

/// <summary>Tells faults of the database's surroundings, after which trying again may help, from mistakes of ours.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int OutOfMemory = 7;
    private const int ReadOnly = 8;
    private const int Interrupted = 9;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    public static Exception Translate(Exception exception) =>
        exception is SqliteException sqlite && IsOutside(sqlite)
            ? StoreUnavailableException.CannotWrite($"SQLite code {sqlite.SqliteExtendedErrorCode}", sqlite)
            : exception;

    public static bool IsOutside(SqliteException exception) =>
        exception.SqliteErrorCode is Busy or Locked or OutOfMemory or ReadOnly or Interrupted or InputOutput or Full or CannotOpen;
}
