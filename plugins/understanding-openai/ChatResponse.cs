namespace Spark.Understanding.OpenAi;

/// <summary>A completion, as far as it matters here.</summary>
internal sealed record ChatResponse
{
    public IReadOnlyList<ChatChoice>? Choices { get; init; }
}
