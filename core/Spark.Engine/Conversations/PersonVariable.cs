using Spark.Expressions;

namespace Spark.Engine.Conversations;

/// <summary>A variable of a person, as it is kept for all conversations of the person with a bot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; undefined for one that was cleared.</param>
/// <param name="At">When it was set or cleared: of two the later counts.</param>
/// <param name="Until">When it is forgotten; null for never.</param>
public sealed record PersonVariable(string Name, Value Value, DateTimeOffset At, DateTimeOffset? Until = null)
{
    /// <summary>The value as it stands at a time.</summary>
    /// <param name="now">The time.</param>
    public Value ValueAt(DateTimeOffset now) => Until <= now ? Value.Undefined : Value;
}
