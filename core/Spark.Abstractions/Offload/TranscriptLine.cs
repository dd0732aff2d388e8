namespace Spark.Offload;

/// <summary>One line of a conversation's transcript.</summary>
public sealed record TranscriptLine
{
    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True when the person said it, false for the bot or an agent.</summary>
    public required bool FromPerson { get; init; }

    /// <summary>The agent who said it, when it was neither the person nor the bot. Since contract 1.2.</summary>
    public string? Agent { get; init; }

    /// <summary>The text, as on a channel that shows only text.</summary>
    public required string Text { get; init; }
}
