namespace Spark.Engine.Conversations;

/// <summary>A question is open.</summary>
public sealed record WaitingForAnswer : Waiting
{
    /// <summary>The question's number (<see cref="ConversationState.Questions"/>): part of its buttons' tokens, so that it answers once.</summary>
    public required long Question { get; init; }

    /// <summary>The turn that asked: what was said before it is no answer.</summary>
    public long Asked { get; init; }

    /// <summary>Answers heard that did not fit.</summary>
    public int Misses { get; init; }
}
