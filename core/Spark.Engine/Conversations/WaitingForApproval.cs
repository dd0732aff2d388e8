namespace Spark.Engine.Conversations;

/// <summary>The person was asked whether a deed may act.</summary>
public sealed record WaitingForApproval : Waiting
{
    /// <summary>The question's number (<see cref="ConversationState.Questions"/>): part of its buttons' tokens, so that it answers once.</summary>
    public required long Question { get; init; }

    /// <summary>The turn that asked: what was said before it is no answer.</summary>
    public long Asked { get; init; }

    /// <summary>Answers heard that were neither yes nor no.</summary>
    public int Misses { get; init; }
}
