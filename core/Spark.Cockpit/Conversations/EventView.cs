namespace Spark.Cockpit.Conversations;

/// <summary>An event of a conversation.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="At">When it entered.</param>
/// <param name="What">What it was, without what anybody said.</param>
/// <param name="Fault">Why its turn failed, with the code and the place in the bot; null when it did not.</param>
/// <param name="Said">What the person said; null unless texts were asked for.</param>
/// <param name="Answered">What the bot said; null unless texts were asked for.</param>
internal sealed record EventView(long Sequence, DateTimeOffset At, string What, string? Fault, string? Said, string? Answered);
