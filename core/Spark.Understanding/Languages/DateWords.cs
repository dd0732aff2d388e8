using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

/// <summary>How a language names days and stretches of time.</summary>
internal sealed record DateWords
{
    /// <summary>Whether 5/6 is the fifth of June.</summary>
    public required bool DayFirst { get; init; }

    /// <summary>Regions of the language that write the day first although the language itself does not.</summary>
    public required WordSet DayFirstRegions { get; init; }

    public required PhraseTable<int> Months { get; init; }

    public required PhraseTable<DayOfWeek> Weekdays { get; init; }

    /// <summary>"tomorrow" and the like, in days from today.</summary>
    public required PhraseTable<int> RelativeDays { get; init; }

    /// <summary>"next": the day of the following week.</summary>
    public required WordSet Next { get; init; }

    /// <summary>"coming": the first such day after today.</summary>
    public required WordSet Coming { get; init; }

    /// <summary>"this": the day of the running week.</summary>
    public required WordSet This { get; init; }

    /// <summary>"last": the latest such day before today.</summary>
    public required WordSet Last { get; init; }

    /// <summary>"next week" behind or before a weekday, in weeks from this one.</summary>
    public required PhraseTable<int> Weeks { get; init; }

    public required WordSet Articles { get; init; }

    /// <summary>Words between day and month: "of".</summary>
    public required WordSet Of { get; init; }

    /// <summary>Words before a stretch that lies ahead: "in".</summary>
    public required WordSet In { get; init; }

    /// <summary>Phrases after a stretch that lies ahead: "from now".</summary>
    public required PhraseTable<bool> FromNow { get; init; }

    /// <summary>Phrases after a stretch that lies behind: "ago".</summary>
    public required PhraseTable<bool> Ago { get; init; }

    /// <summary>Units of a stretch of time.</summary>
    public required PhraseTable<TimeUnit> Units { get; init; }

    /// <summary>Words for half of a unit: "half an hour".</summary>
    public required WordSet Half { get; init; }
}
