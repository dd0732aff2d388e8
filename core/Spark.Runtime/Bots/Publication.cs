namespace Spark.Runtime.Bots;

/// <summary>What is published.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Versions">The version of each bot, by the bot's id.</param>
public sealed record Publication(long Revision, IReadOnlyDictionary<string, string> Versions);
