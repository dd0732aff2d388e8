namespace Spark.Understanding.Entities.Numbers;

/// <summary>How a number was written.</summary>
internal enum NumberKind
{
    Integer,
    Decimal,
    Fraction,
    Power,
}
