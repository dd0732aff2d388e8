using Spark.Engine.Conversations;

namespace Spark.Engine.Turns;

/// <summary>What a turn had come to at some moment, to go back to.</summary>
internal sealed record TurnSave(ConversationState State, IReadOnlyList<Effect> Effects, IReadOnlyList<Episode> Closed);
