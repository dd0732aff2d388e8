namespace Spark.Storage.Sqlite;

/// <summary>A statement that spans many conversations.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Path">How SQLite finds its rows, as its plan names it; a test asks.</param>
internal sealed record WideStatement(string Sql, string Path);
