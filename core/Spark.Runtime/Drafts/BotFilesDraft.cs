namespace Spark.Runtime.Drafts;

/// <summary>The files of a bot that somebody works on and has not published.</summary>
/// <param name="Bot">The bot's id.</param>
/// <param name="Number">Which save it is, from 1.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="SavedBy">Who saved it.</param>
/// <param name="Files">Path below the folder → text.</param>
public sealed record BotFilesDraft(string Bot, long Number, DateTimeOffset SavedAt, string SavedBy, IReadOnlyDictionary<string, string> Files);
