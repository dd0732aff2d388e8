namespace Spark.Engine.Conversations;

/// <summary>Something that is to happen to a conversation at a time, unless it moves on before.</summary>
/// <param name="Name">What it is for, unique within the conversation: a timer that is set again replaces the one of that name.</param>
/// <param name="DueAt">When.</param>
/// <param name="Generation">The turn that set it: an event of an older one is out of date.</param>
public sealed record Timer(string Name, DateTimeOffset DueAt, long Generation);
