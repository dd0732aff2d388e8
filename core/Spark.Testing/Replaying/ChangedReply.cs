namespace Spark.Testing.Replaying;

/// <summary>A turn in which another version of the bot would say something else.</summary>
/// <param name="Sequence">The turn.</param>
/// <param name="Said">What was said.</param>
/// <param name="WouldSay">What the other version would say to the same events.</param>
internal sealed record ChangedReply(long Sequence, IReadOnlyList<string> Said, IReadOnlyList<string> WouldSay);
