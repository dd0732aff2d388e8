namespace Spark.Runtime.Escalation;

/// <summary>What the person gets where no ticket could be opened.</summary>
public sealed record FallbackSettings
{
    /// <summary>The self-service portal.</summary>
    public Uri? Url { get; set; }

    /// <summary>What is said, by language (BCP 47); <c>{url}</c> stands for the portal.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What is said when a ticket may exist, by language.</summary>
    public IReadOnlyDictionary<string, string> UnknownTexts { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
