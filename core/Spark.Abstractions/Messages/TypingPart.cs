namespace Spark.Messages;

/// <summary>The bot is seen typing before what follows. A channel that cannot show that goes on at once.</summary>
/// <param name="Duration">For how long.</param>
public sealed record TypingPart(TimeSpan Duration) : MessagePart;
