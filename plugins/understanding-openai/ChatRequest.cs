namespace Spark.Understanding.OpenAi;

/// <summary>The body of a request for a completion.</summary>
internal sealed record ChatRequest
{
    public required string Model { get; init; }

    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    public double? Temperature { get; init; }

    public ResponseFormat? ResponseFormat { get; init; }
}
