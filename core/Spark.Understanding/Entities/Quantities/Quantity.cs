using Spark.Understanding.Entities.Numbers;

namespace Spark.Understanding.Entities.Quantities;

/// <summary>A number with its unit.</summary>
/// <param name="Number">The number.</param>
/// <param name="Unit">What the table says of the unit.</param>
/// <param name="Next">The index behind the unit.</param>
internal sealed record Quantity(NumberReading Number, string Unit, int Next);
