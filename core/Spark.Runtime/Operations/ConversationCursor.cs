using Spark.Runtime.Turns;

namespace Spark.Runtime.Operations;

/// <summary>Where a page of conversations ended.</summary>
/// <param name="ChangedAt">When the last one of the page was changed.</param>
/// <param name="Key">The last one of the page.</param>
public sealed record ConversationCursor(DateTimeOffset ChangedAt, ConversationKey Key);
