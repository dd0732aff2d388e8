namespace Spark.Engine.Reading.Locales;

/// <summary>What became of an import.</summary>
/// <param name="Files">The files to write: path below the bot's folder → text.</param>
/// <param name="Changed">How many translations are new or other than before.</param>
/// <param name="Unknown">Keys that the bot does not have (any more).</param>
/// <param name="Outdated">Keys whose text has changed since it was given to the translator; their translations are stale.</param>
public sealed record ImportResult(
    IReadOnlyDictionary<string, string> Files, int Changed, IReadOnlyList<string> Unknown, IReadOnlyList<string> Outdated);
