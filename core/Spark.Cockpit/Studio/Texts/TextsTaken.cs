namespace Spark.Cockpit.Studio.Texts;

/// <summary>What became of translations that were taken in.</summary>
/// <param name="Files">The files that are other than before: path below the folder → text.</param>
/// <param name="Changed">How many translations are new or other.</param>
/// <param name="Unknown">Keys that the bot does not have.</param>
/// <param name="Outdated">Keys whose text has changed since it was given away.</param>
internal sealed record TextsTaken(
    IReadOnlyDictionary<string, string> Files, int Changed, IReadOnlyList<string> Unknown, IReadOnlyList<string> Outdated);
