using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Spark.Storage.Sqlite;

/// <summary>All statements of a connection. Each is prepared when it is first used.</summary>
internal sealed class StatementSet(SqliteConnection connection) : IDisposable
{
    private readonly sqlite3 database = connection.Handle!;
    private readonly List<Statement> all = [];

    public IReadOnlyList<Statement> All => all;

    public Statement Add(string sql)
    {
        var statement = new Statement(database, sql);
        all.Add(statement);
        return statement;
    }

    /// <summary>After something was thrown: whatever was half bound or half read is forgotten.</summary>
    public void Reset()
    {
        foreach (var statement in all)
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in all)
        {
            statement.Dispose();
        }
    }
}
