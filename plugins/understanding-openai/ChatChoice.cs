namespace Spark.Understanding.OpenAi;

/// <summary>One of the answers that a model gave.</summary>
internal sealed record ChatChoice
{
    public ChatMessage? Message { get; init; }
}
