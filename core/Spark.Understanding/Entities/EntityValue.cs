namespace Spark.Understanding.Entities;

/// <summary>One value of an entity. What does not apply is null. Numbers are written as the language writes them, without groups.</summary>
public sealed record EntityValue
{
    /// <summary>Number, amount, address, date or time; seconds for a duration; <c>not resolved</c> for what cannot be told.</summary>
    public string? Value { get; init; }

    /// <summary>Yes or no; only of a boolean.</summary>
    public bool? Truth { get; init; }

    /// <summary>Unit of an amount, in the words of the language's table.</summary>
    public string? Unit { get; init; }

    /// <summary>Kind of number (<c>integer</c>) or of dimension (<c>Length</c>).</summary>
    public string? Subtype { get; init; }

    /// <summary>ISO 4217 code, where the words name one currency.</summary>
    public string? IsoCurrency { get; init; }

    /// <summary>How far an ordinal is from what <see cref="RelativeTo"/> says.</summary>
    public string? Offset { get; init; }

    /// <summary><c>start</c>, <c>end</c> or <c>current</c>.</summary>
    public string? RelativeTo { get; init; }

    /// <summary>The moment in TIMEX3, with X for what was not said.</summary>
    public string? Timex { get; init; }

    /// <summary>Kind of moment: <c>date</c>, <c>timerange</c> and so on.</summary>
    public string? Moment { get; init; }

    /// <summary>First moment of a range; null when it is open.</summary>
    public string? Start { get; init; }

    /// <summary>First moment behind a range; null when it is open.</summary>
    public string? End { get; init; }

    /// <summary>The days of a range that not all its days belong to, with commas between them: "four business days".</summary>
    public string? Days { get; init; }

    /// <summary><c>before</c>, <c>after</c>, <c>since</c>, <c>until</c>, <c>approx</c>, <c>start</c>, <c>mid</c>, <c>end</c>, or two of them.</summary>
    public string? Modifier { get; init; }

    /// <summary>What a <see cref="Modifier"/> was said of: <c>datetimepoint</c> or <c>datetimerange</c>.</summary>
    public string? SourceEntity { get; init; }
}
