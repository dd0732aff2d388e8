namespace Spark.Cockpit.Conversations;

/// <summary>An event of a conversation.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="At">When it entered.</param>
/// <param name="What">What it was, without what anybody said.</param>
/// <param name="Said">What the person said; null unless texts were asked for.</param>
/// <param name="Answered">What the bot said; null unless texts were asked for.</param>
internal sealed record EventView(long Sequence, DateTimeOffset At, string What, string? Said, string? Answered);
