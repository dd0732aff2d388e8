using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Spark.Storage.Sqlite;

/// <summary>Opens connections as all of ours are.</summary>
internal static class SqliteConnections
{
    static SqliteConnections() => Batteries_V2.Init();

    public static SqliteConnection Open(string path, int cacheKilobytes = 4_000)
    {
        // Unpooled: a connection with its prepared statements lives as long as its owner.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        Run(connection, "PRAGMA busy_timeout = 5000");
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "PRAGMA synchronous = FULL");
        Run(connection, "PRAGMA foreign_keys = OFF");
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = -{cacheKilobytes}"));

        // A last resort: SqliteCheckpoints comes first.
        Run(connection, "PRAGMA wal_autocheckpoint = 16000");
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only literals and our own migrations come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
