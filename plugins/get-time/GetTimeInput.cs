using System.Text.Json.Serialization;

namespace Spark.Actions.GetTime;

/// <summary>The step's fields.</summary>
internal sealed record GetTimeInput
{
    /// <summary>The time zone, such as <c>Europe/Brussels</c>.</summary>
    [JsonPropertyName("get-time")]
    public required string Zone { get; init; }

    /// <summary>A moment with its offset (ISO 8601); null for now.</summary>
    public string? At { get; init; }

    /// <summary>The language in which <c>text</c> is written; null for the person's.</summary>
    public string? Locale { get; init; }

    /// <summary>How <c>text</c> is written, in .NET's letters for dates; null for the locale's long date and short time.</summary>
    public string? Format { get; init; }
}
