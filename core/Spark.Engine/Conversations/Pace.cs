using System.Collections.Immutable;

namespace Spark.Engine.Conversations;

/// <summary>What was said last on both sides, and when: by it a program that answers by itself is told from a person.</summary>
public sealed record Pace
{
    /// <summary>When the last message came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The fingerprint of the last message; 0 when it had no text.</summary>
    public uint Heard { get; init; }

    /// <summary>How many messages in a row looked like automatic answers.</summary>
    public int Automatic { get; init; }

    /// <summary>The fingerprints of the bot's last texts.</summary>
    public ImmutableArray<uint> Said
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}
