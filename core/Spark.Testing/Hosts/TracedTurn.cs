using Spark.Engine.Conversations;

namespace Spark.Testing.Hosts;

/// <summary>A turn, as somebody sees it who looks on.</summary>
/// <param name="Line">The index of the line that led to it; -1 for the beginning.</param>
/// <param name="Before">The state before.</param>
/// <param name="Event">What it took.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Steps">The steps that ran, in order.</param>
/// <param name="Intents">What the sentences meant that were looked through for an intent: null for one that was not understood.</param>
internal sealed record TracedTurn(
    int Line, ConversationState Before, ConversationEvent Event, TurnResult Result, IReadOnlyList<Frame> Steps, IReadOnlyList<string?> Intents);
