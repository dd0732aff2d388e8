namespace Spark.Storage.Sqlite;

/// <summary>A step of the schema, run once.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Sql">What it does.</param>
internal sealed record Migration(int Version, string Name, string Sql);
