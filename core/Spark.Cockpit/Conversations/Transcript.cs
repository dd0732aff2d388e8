namespace Spark.Cockpit.Conversations;

/// <summary>A part of a conversation.</summary>
/// <param name="Turns">Its turns, in order.</param>
/// <param name="Before">What to ask for to read what was before; null when there is nothing.</param>
internal sealed record Transcript(IReadOnlyList<TranscriptTurn> Turns, long? Before);
