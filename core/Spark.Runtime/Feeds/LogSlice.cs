namespace Spark.Runtime.Feeds;

/// <summary>Some turns of a conversation.</summary>
/// <param name="Newest">The sequence of the conversation's newest turn.</param>
/// <param name="Turns">The turns, in order.</param>
public sealed record LogSlice(long Newest, IReadOnlyList<LoggedTurn> Turns);
