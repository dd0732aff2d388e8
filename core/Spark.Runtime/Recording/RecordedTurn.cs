using Spark.Engine.Conversations;

namespace Spark.Runtime.Recording;

/// <summary>A turn, as the log has it.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Event">What it took: with the time and the seed, all that the engine may know of the outside.</param>
/// <param name="Effects">What it wanted done.</param>
public sealed record RecordedTurn(long Sequence, ConversationEvent Event, IReadOnlyList<Effect> Effects);
