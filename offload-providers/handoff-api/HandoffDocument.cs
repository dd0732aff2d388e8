namespace Spark.Offload.HandoffApi;

/// <summary>The body of a handoff. <c>transcript</c> is an extra of Spark's that others skip.</summary>
internal sealed record HandoffDocument
{
    public required HandoffMessage Message { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public IReadOnlyList<HandoffLine>? Transcript { get; init; }
}
