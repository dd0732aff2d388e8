using Spark.Channels;

namespace Spark.Engine.Conversations;

/// <summary>A message that arrived while an effect was awaited; it is heard when the result is there.</summary>
/// <param name="Sequence">The sequence of its event.</param>
/// <param name="Message">The message, without what the state knows already or only a feed needs.</param>
public sealed record DeferredMessage(long Sequence, MessageReceived Message);
