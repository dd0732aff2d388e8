namespace Spark.Cockpit.Drafts;

/// <summary>Saves a draft.</summary>
/// <param name="Number">The save that its author has seen; 0 for none.</param>
/// <param name="Files">Path below the folder → text.</param>
internal sealed record DraftRequest(long Number, IReadOnlyDictionary<string, string> Files);
