namespace Spark.Host.Administration;

/// <summary>What a command works on.</summary>
/// <param name="Data">The data folder: its host is asked when one runs, and its file opened when none does.</param>
/// <param name="Database">The connection string of a PostgreSQL, which is opened whether hosts run on it or not; null for the data folder.</param>
/// <param name="Host">A running host, before both; null for none named.</param>
/// <param name="Token">The admin token, for a running host.</param>
internal sealed record AdminTarget(string Data, string? Database, Uri? Host, string? Token);
