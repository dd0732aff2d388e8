namespace Spark.Messages;

/// <summary>
/// Choices under a message. A channel without buttons shows them as a numbered list (<see cref="PlainText"/>): the numbers
/// are positions in this list, links included, and the engine understands the number, the label and the ordinal.
/// </summary>
/// <param name="Choices">The choices, in the order in which they are shown.</param>
public sealed record ChoicesPart(IReadOnlyList<Choice> Choices) : MessagePart
{
    /// <summary>True for quick replies, which go away with the next message, where a channel has them.</summary>
    public bool AreReplies { get; init; }
}
