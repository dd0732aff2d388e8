namespace Spark.Understanding.Http;

/// <summary>What the server says.</summary>
internal sealed record Reply
{
    public string? Intent { get; init; }

    public double? Confidence { get; init; }

    public Dictionary<string, string>? Entities { get; init; }
}
