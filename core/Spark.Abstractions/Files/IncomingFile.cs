namespace Spark.Files;

/// <summary>A file that came in, as its sender told of it, and what its channel takes. Since contract 1.4.</summary>
public sealed record IncomingFile
{
    /// <summary>What a channel takes when nothing else was set: 10 MiB.</summary>
    public const int UsualLimit = 10 * 1024 * 1024;

    /// <summary>The conversation that it belongs to, as the channel names it.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The channel instance of that conversation; null for the one that keeps the file.</summary>
    public string? ChannelInstance { get; init; }

    /// <summary>The name that the sender gave; it may be anything.</summary>
    public required string Name { get; init; }

    /// <summary>The media type that the sender told; believed only where the content does not say.</summary>
    public required string MediaType { get; init; }

    /// <summary>The bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>
    /// What makes the file the same when it is sent again, such as the message's id and the file's number in it; null when nothing does, and
    /// it is kept once more.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>The most bytes that a file may have.</summary>
    public int MaxBytes { get; init; } = UsualLimit;

    /// <summary>The media types that are taken, <c>image/*</c> for all of a kind; empty for any.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];
}
