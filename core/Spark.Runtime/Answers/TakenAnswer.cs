using Spark.Runtime.Outbox;

namespace Spark.Runtime.Answers;

/// <summary>What leaves with the answer to an event.</summary>
/// <param name="Messages">The messages in order; none when there is nothing to say.</param>
/// <param name="IsRepeated">True when they were taken for that event before, and are given again.</param>
public sealed record TakenAnswer(IReadOnlyList<OutboxEntry> Messages, bool IsRepeated);
