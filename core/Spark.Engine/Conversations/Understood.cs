namespace Spark.Engine.Conversations;

/// <summary>What an understanding provider said of a message, before the turn in which it is heard.</summary>
public sealed record Understood
{
    /// <summary>The connection that was asked.</summary>
    public required string Connection { get; init; }

    /// <summary>The intent; null when none is meant.</summary>
    public string? Intent { get; init; }

    /// <summary>How sure that is, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The values by variable, in the words of the person.</summary>
    public IReadOnlyDictionary<string, string> Entities { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Why there was no answer; null when there was one.</summary>
    public string? Failure { get; init; }

    /// <summary>What was sent; null when the provider did not tell.</summary>
    public string? Prompt { get; init; }

    /// <summary>What came back, word by word; null when the provider did not tell.</summary>
    public string? Answer { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public int Milliseconds { get; init; }
}
