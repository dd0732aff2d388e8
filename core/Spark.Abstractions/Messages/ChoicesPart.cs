using System.Text.Json.Serialization;

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

    /// <summary>
    /// True when the choices answer a question: the first one that is pressed counts, and a channel that can takes the buttons away then.
    /// False for a menu, which may be pressed as often as people like. Since contract 1.2.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AnswerOnce { get; init; }
}
