namespace Spark.Engine.Conversations;

/// <summary>A request that an action or a provider sent for a conversation, and what came of it: for operators, with secrets taken out. The engine does not read it.</summary>
public sealed record Exchange
{
    /// <summary>When it was sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>The API Call by which it was sent; null for a request of a plugin's own.</summary>
    public string? ApiCall { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Where it was sent.</summary>
    public required string Address { get; init; }

    /// <summary>The HTTP status; null when nothing answered.</summary>
    public int? Status { get; init; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Reason { get; init; }

    /// <summary>The body that was sent, cut where it is long; null for none, and for what is no text.</summary>
    public string? Request { get; init; }

    /// <summary>The body that came back, cut where it is long; null for none, and for what is no text.</summary>
    public string? Response { get; init; }
}
