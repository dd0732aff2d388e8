namespace Spark.Expressions.Formatting;

/// <summary>One part of a date picture: literal text, or a component in brackets.</summary>
internal sealed class DatePart
{
    public string? Literal { get; init; }

    public char Component { get; init; }

    /// <summary>The component is shown as a name, in this case.</summary>
    public LetterCase? Names { get; init; }

    /// <summary>How the component is shown as a number.</summary>
    public IntegerPicture? Integer { get; init; }

    public int? MaximumWidth { get; init; }

    /// <summary>A zero offset is shown as Z.</summary>
    public bool ShowsZulu { get; init; }

    /// <summary>How many digits of the year count; -1 for all.</summary>
    public int YearDigits { get; init; } = -1;
}
