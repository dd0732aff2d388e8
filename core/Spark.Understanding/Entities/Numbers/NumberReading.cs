namespace Spark.Understanding.Entities.Numbers;

/// <summary>A number at a place in a text.</summary>
/// <param name="Value">The number.</param>
/// <param name="Next">The index behind it.</param>
/// <param name="Kind">How it was written.</param>
/// <param name="IsDigits">Whether it begins with digits.</param>
internal sealed record NumberReading(double Value, int Next, NumberKind Kind, bool IsDigits)
{
    /// <summary>The scale at its end ("five million"), of which a following fraction is a part; 1 when there is none.</summary>
    public double OpenScale { get; init; } = 1;

    /// <summary>The number up to its last "and"; null when there was none.</summary>
    public NumberReading? BeforeLink { get; init; }
}
