using Spark.Runtime.Turns;

namespace Spark.Runtime.Episodes;

/// <summary>A place in the list of episodes.</summary>
/// <param name="BeganAt">When the last episode that was looked at began.</param>
/// <param name="Key">Its conversation.</param>
/// <param name="Number">Its number there.</param>
public sealed record EpisodeCursor(DateTimeOffset BeganAt, ConversationKey Key, int Number);
