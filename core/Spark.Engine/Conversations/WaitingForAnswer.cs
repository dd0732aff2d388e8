namespace Spark.Engine.Conversations;

/// <summary>A question is open.</summary>
public sealed record WaitingForAnswer : Waiting
{
    /// <summary>The turn that asked: part of the token of its buttons, so that a question answers once.</summary>
    public required long Visit { get; init; }

    /// <summary>Answers heard that did not fit.</summary>
    public int Misses { get; init; }
}
