namespace Spark.Channels;

/// <summary>What a channel instance can do. Fixed for the life of the instance.</summary>
public sealed record ChannelCapabilities
{
    /// <summary>How replies leave.</summary>
    public required ReplyPath ReplyPath { get; init; }

    /// <summary>The largest request body, in bytes; a larger one is answered 413 and never reaches the channel.</summary>
    public int MaxRequestBytes { get; init; } = 256 * 1024;

    /// <summary>The requests that may be larger; null when none may. Since contract 1.4.</summary>
    public LargeRequests? Large { get; init; }

    /// <summary>
    /// How long a request may be held before it must be answered: the sender's own limit, less a margin.
    /// Bounds both the wait for the store and, on <see cref="ReplyPath.Answer"/>, the wait for the reply.
    /// </summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>True when a message can carry a <see cref="Messages.Completion"/>.</summary>
    public bool TakesCompletion { get; init; }

    /// <summary>True when it shows by itself which agent speaks (<see cref="Messages.OutboundMessage.Agent"/>). Since contract 1.2.</summary>
    public bool ShowsAgent { get; init; }
}
