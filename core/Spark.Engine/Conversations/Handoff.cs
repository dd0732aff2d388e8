using Spark.Channels;
using Spark.Messages;
using Spark.Offload;

namespace Spark.Engine.Conversations;

/// <summary>What a forwarded conversation brought along; it belongs to the episode in which it goes on.</summary>
public sealed record Handoff
{
    /// <summary>The name of the bot or system that forwarded it.</summary>
    public required string From { get; init; }

    /// <summary>What the person had said there; empty for files alone.</summary>
    public required string Text { get; init; }

    /// <summary>What the other side told besides.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The person's time zone as an IANA name, when the other side told it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The files that came along.</summary>
    public IReadOnlyList<FilePart> Files { get; init; } = [];

    /// <summary>What was said before, oldest first.</summary>
    public IReadOnlyList<TranscriptLine> Transcript { get; init; } = [];

    /// <summary>Reads it from the event.</summary>
    /// <param name="forwarded">The event.</param>
    public static Handoff Of(ConversationForwarded forwarded)
    {
        ArgumentNullException.ThrowIfNull(forwarded);
        return new()
        {
            From = forwarded.Source,
            Text = string.Join('\n', forwarded.Parts.OfType<TextPart>().Select(part => part.Text)).Trim(),
            Metadata = forwarded.Metadata,
            TimeZone = forwarded.TimeZone,
            Files = [.. forwarded.Parts.OfType<FilePart>()],
            Transcript = forwarded.Transcript,
        };
    }
}
