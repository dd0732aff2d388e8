using Microsoft.Data.Sqlite;

namespace Spark.Benchmarks.Cockpit;

/// <summary>Spreads copied conversations over ninety days and over outcomes.</summary>
internal static class SqliteSpread
{
    public static void Run(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            UPDATE episodes SET
                began_at = began_at - (conversation * 7919 % 7776000) * 1000,
                outcome = CASE conversation % 5 WHEN 0 THEN NULL WHEN 1 THEN 'Escalated' WHEN 2 THEN 'Abandoned' ELSE 'Resolved' END,
                ended_at = CASE conversation % 5 WHEN 0 THEN NULL ELSE began_at END,
                ticket = CASE conversation % 5 WHEN 1 THEN 'INC' || conversation END;
            ANALYZE;
            """;
        command.ExecuteNonQuery();
    }
}
