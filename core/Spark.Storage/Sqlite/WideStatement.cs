namespace Spark.Storage.Sqlite;

/// <summary>A statement that reads or writes rows of many conversations.</summary>
/// <param name="Sql">What it says.</param>
/// <param name="Way">How it finds its rows: a part of each of its query plan's first lines that a test expects.</param>
internal sealed record WideStatement(string Sql, string Way);
