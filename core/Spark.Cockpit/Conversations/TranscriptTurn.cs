using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;

namespace Spark.Cockpit.Conversations;

/// <summary>A turn: what came in, and what it had done.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="At">When it was.</param>
/// <param name="What">What came in, in a few words.</param>
/// <param name="Fault">Why it failed, with the code and the place in the bot; null when it did not.</param>
/// <param name="Said">What the person said; null when it was no message.</param>
/// <param name="Effects">What it had done.</param>
internal sealed record TranscriptTurn(
    long Sequence, DateTimeOffset At, string What, string? Fault, IReadOnlyList<PartView>? Said, IReadOnlyList<TranscriptEffect> Effects)
{
    public static TranscriptTurn Of(LoggedTurn turn) => new(
        turn.Sequence,
        turn.Event.At,
        ConversationReader.What(turn.Event),
        ConversationReader.FaultOf(turn.Fault),
        turn.Event is InboundReceived { Inbound: MessageReceived message } ? PartView.Of(message.Parts) : null,
        [.. turn.Effects.Select(TranscriptEffect.Of)]);
}
