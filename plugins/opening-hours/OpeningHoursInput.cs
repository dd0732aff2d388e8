using System.Text.Json.Serialization;

namespace Spark.Actions.OpeningHours;

/// <summary>The step's fields.</summary>
internal sealed record OpeningHoursInput
{
    /// <summary>The time zone, such as <c>Europe/Brussels</c>.</summary>
    [JsonPropertyName("opening-hours")]
    public required string Zone { get; init; }

    /// <summary>Days of the week (<c>monday</c>, or <c>monday-friday</c>) and their times, such as <c>08:00-12:00</c>.</summary>
    public required Dictionary<string, string[]> Hours { get; init; }

    /// <summary>Dates on which it is closed: <c>2026-12-24</c>, or <c>12-25</c> for every year.</summary>
    public string[]? Holidays { get; init; }

    /// <summary>Dates with other times than their day of the week.</summary>
    public Dictionary<string, string[]>? Exceptions { get; init; }

    /// <summary>A moment with its offset (ISO 8601); null for now.</summary>
    public string? At { get; init; }

    /// <summary>The language of the texts; null for the person's.</summary>
    public string? Locale { get; init; }
}
