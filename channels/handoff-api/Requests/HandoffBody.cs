using Spark.Offload;

namespace Spark.Channels.HandoffApi.Requests;

/// <summary>What a request's body holds, read and within the limits.</summary>
internal sealed record HandoffBody
{
    /// <summary>The texts and files in their order.</summary>
    public required IReadOnlyList<HandedPart> Parts { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public required IReadOnlyList<TranscriptLine> Transcript { get; init; }
}
