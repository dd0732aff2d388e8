using Spark.Channels;
using Spark.Messages;

namespace Spark.Engine.Conversations;

/// <summary>Tells a desk something about a conversation that it was given, or asks it. It leaves in a lane of its own, beside that of the channel.</summary>
public sealed record TellDesk : Effect
{
    /// <summary>The connection to the desk.</summary>
    public required string Connection { get; init; }

    /// <summary>The desk's id of the conversation.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What it is told.</summary>
    public required DeskWord Word { get; init; }

    /// <summary>What the person said.</summary>
    public IReadOnlyList<MessagePart> Parts { get; init; } = [];

    /// <summary>The person's language.</summary>
    public required string Language { get; init; }

    /// <summary>The person.</summary>
    public Person? Person { get; init; }
}
