namespace Spark.Engine.Conversations;

/// <summary>The further tries of an action. The state keeps what is called, so that every try asks for the same.</summary>
/// <param name="Action">The next try.</param>
/// <param name="DueAt">When it is made; null while the try before it is under way.</param>
public sealed record Retry(InvokeAction Action, DateTimeOffset? DueAt);
