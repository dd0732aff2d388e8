namespace Spark.Storage.Postgres;

/// <summary>A statement that spans many conversations.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Index">The index by which it finds its rows; a test asks the database whether it does.</param>
internal sealed record WideStatement(string Sql, string Index);
