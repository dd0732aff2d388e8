using Spark.Messages;
using Spark.Offload;

namespace Spark.Channels;

/// <summary>
/// A conversation that a person had elsewhere goes on in a conversation of another channel instance
/// (<see cref="InboundEvent.ConversationId"/> is that instance's, from <see cref="Reach"/>). The bot introduces itself there, repeats what
/// was said and answers it. It never answers a question that is open there: whoever forwards cannot speak for the person.
/// Since contract 1.2.
/// </summary>
public sealed record ConversationForwarded : InboundEvent
{
    /// <summary>The id of the channel instance in whose conversation it goes on.</summary>
    public required string ChannelInstance { get; init; }

    /// <summary>What the person knows the other side by: the name of the bot or system that forwards.</summary>
    public required string Source { get; init; }

    /// <summary>What the person had said, in order: texts and files.</summary>
    public required IReadOnlyList<MessagePart> Parts { get; init; }

    /// <summary>What the other side tells besides, for bots (<c>sys.handoff.metadata</c>).</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The person's time zone as an IANA name, when the other side tells it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What was said on both sides before, oldest first.</summary>
    public IReadOnlyList<TranscriptLine> Transcript { get; init; } = [];
}
