namespace Spark.Engine.Definitions;

/// <summary>What stops, explains or begins anew wherever the conversation stands.</summary>
public sealed record GlobalWord
{
    /// <summary>What it does.</summary>
    public required GlobalWordKind Kind { get; init; }

    /// <summary>The dialog that answers; null for the engine's own sentence.</summary>
    public string? Dialog { get; init; }

    /// <summary>What people say, in normal form: language → words. A language without any has the engine's own.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Words { get; init; } = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
}
