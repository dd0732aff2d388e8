namespace Spark.Engine.Conversations;

/// <summary>What has passed since the person last said something.</summary>
/// <param name="Waits">How many times the bot was moved on by a timer instead.</param>
/// <param name="IsIdle">True when the event <c>idle</c> was among them: the next time, the episode ends.</param>
public sealed record Silence(int Waits, bool IsIdle);
