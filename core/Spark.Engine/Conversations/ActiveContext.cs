namespace Spark.Engine.Conversations;

/// <summary>A context that a dialog has begun.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Until">The last message that it holds for, as <see cref="ConversationState.Heard"/> counts them.</param>
public sealed record ActiveContext(string Name, long Until);
