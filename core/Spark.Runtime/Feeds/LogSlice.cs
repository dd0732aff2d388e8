namespace Spark.Runtime.Feeds;

/// <summary>Some turns of a conversation.</summary>
/// <param name="Newest">The sequence of the conversation's newest turn.</param>
/// <param name="Turns">The turns, in order.</param>
/// <param name="Next">
/// When there are none: the sequence of the first turn behind those that were asked for; null when there is none either. Retention takes
/// the beginning of a conversation: a reader that finds nothing goes on there.
/// </param>
public sealed record LogSlice(long Newest, IReadOnlyList<LoggedTurn> Turns, long? Next = null);
