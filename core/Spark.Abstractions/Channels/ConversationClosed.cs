using Spark.Offload;

namespace Spark.Channels;

/// <summary>
/// A desk that owns the channel has closed the conversation. Nothing can be said in it until its channel starts or lends it again. For a
/// conversation that the host does not know, nothing happens. Since contract 1.2.
/// </summary>
public sealed record ConversationClosed : InboundEvent
{
    /// <summary>What was said while the desk had it, as far as the desk tells, oldest first.</summary>
    public IReadOnlyList<TranscriptLine> Transcript { get; init; } = [];
}
