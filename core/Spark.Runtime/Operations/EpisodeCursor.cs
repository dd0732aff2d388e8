using Spark.Runtime.Turns;

namespace Spark.Runtime.Operations;

/// <summary>Where a page of episodes ended.</summary>
/// <param name="Began">When the last one of the page began.</param>
/// <param name="Key">Its conversation.</param>
/// <param name="Number">Its number.</param>
public sealed record EpisodeCursor(DateTimeOffset Began, ConversationKey Key, int Number);
