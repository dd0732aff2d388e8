namespace Spark.Cockpit.Drafts;

/// <summary>A draft that was saved.</summary>
/// <param name="Number">Which save it is.</param>
internal sealed record DraftSaved(long Number);
