using Spark.Channels;
using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>Another chatbot hands the person's conversation over, as by the Handoff API.</summary>
/// <param name="Forwarded">What it tells; the conversation, the person and the keys are the test's.</param>
/// <param name="At">Where it stands.</param>
internal sealed record HandedOver(ConversationForwarded Forwarded, SourceLocation At) : ChatLine(At)
{
    /// <summary>How it arrives.</summary>
    public Delivered Delivered { get; init; }
}
