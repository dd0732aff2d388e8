using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels;

/// <summary>One thing that a channel sends for a message, and what people see of it. Since contract 1.4.</summary>
public sealed record MessagePreview
{
    /// <summary>
    /// What people see, in order, in words that every host can draw: what the channel cannot show stands here as what it becomes (choices as
    /// numbered lines of a text, say). Empty when they see nothing.
    /// </summary>
    public required IReadOnlyList<MessagePart> Shown { get; init; }

    /// <summary>What is sent, to the letter; who it goes to may be made up.</summary>
    public required JsonElement Payload { get; init; }

    /// <summary>What is not shown as it was written, and why, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
