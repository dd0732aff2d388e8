namespace Spark.Understanding.OpenAi;

/// <summary>What the model is told to say.</summary>
internal sealed record Reply
{
    public string? Intent { get; init; }

    public double? Confidence { get; init; }

    public Dictionary<string, string?>? Entities { get; init; }
}
