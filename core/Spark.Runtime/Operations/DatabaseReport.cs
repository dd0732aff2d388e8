namespace Spark.Runtime.Operations;

/// <summary>What a check of the database has found.</summary>
/// <param name="Engine">The database and its version, for instance <c>SQLite 3.35.5</c>.</param>
/// <param name="Schema">The schema's version.</param>
/// <param name="Counts">How many rows each table has, by name.</param>
/// <param name="Problems">What does not hold, where, and how it is mended, in sentences; none when all is well.</param>
public sealed record DatabaseReport(string Engine, int Schema, IReadOnlyDictionary<string, long> Counts, IReadOnlyList<string> Problems);
