using Spark.Understanding.Values;

namespace Spark.Understanding.Intents;

/// <summary>What a person means, and what they said along with it.</summary>
public sealed record IntentMatch
{
    /// <summary>The intent's name.</summary>
    public required string Intent { get; init; }

    /// <summary>How sure, above 0 and at most 1; 1 for an exact match.</summary>
    public required double Score { get; init; }

    /// <summary>Values by variable name, in canonical form and taken from the original text.</summary>
    public required IReadOnlyDictionary<string, ParsedValue> Slots { get; init; }

    /// <summary>Another intent that is nearly as likely, so that a question would be in place; null when this one is clear.</summary>
    public string? Rival { get; init; }
}
