namespace Spark.Host.Restoring;

/// <summary>What a restore has done.</summary>
/// <param name="Aside">Where the database that was there before is kept; null when there was none.</param>
/// <param name="Held">How many effects were open in the backup, and are held now.</param>
internal sealed record RestoredDatabase(string? Aside, long Held);
