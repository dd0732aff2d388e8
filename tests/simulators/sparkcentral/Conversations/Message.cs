namespace Spark.Simulators.Sparkcentral.Conversations;

internal sealed record Message
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Author Author { get; init; }

    public required string AuthorName { get; init; }

    public string? Text { get; init; }

    public string? Attachment { get; init; }

    public string? Payload { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}
