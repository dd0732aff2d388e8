namespace Spark.Engine.Definitions;

/// <summary>The person is asked before a deed acts.</summary>
/// <param name="Question">The author's question; null for the engine's own.</param>
public sealed record Approval(Text? Question)
{
    /// <summary>The outcome of an action dialog in which the person did not approve of a deed.</summary>
    public const string Declined = "declined";

    /// <summary>How many answers are heard; what is not clear after the last is no approval.</summary>
    public const int Tries = 3;
}
