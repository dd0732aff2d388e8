namespace Spark.Plugins.Environments;

/// <summary>A span of a day; one that ends at or before its beginning goes on past midnight.</summary>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; the minute itself is outside. Midnight is the end of the day.</param>
public readonly record struct OpenSpan(TimeOnly From, TimeOnly To)
{
    /// <summary>Whether a time of the day on which it begins lies in it.</summary>
    public bool HasFromItsDay(TimeOnly time) => time >= From && (To <= From || time < To);

    /// <summary>Whether a time of the day after lies in it.</summary>
    public bool HasFromTheDayBefore(TimeOnly time) => To <= From && time < To;
}
