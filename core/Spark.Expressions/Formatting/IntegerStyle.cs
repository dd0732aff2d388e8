namespace Spark.Expressions.Formatting;

internal enum IntegerStyle
{
    Decimal,
    Letters,
    Roman,
    Words,

    /// <summary>A sequence of signs, which the language does not define.</summary>
    Unsupported,
}
