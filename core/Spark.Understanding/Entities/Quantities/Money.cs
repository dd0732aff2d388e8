using System.Runtime.InteropServices;

namespace Spark.Understanding.Entities.Quantities;

/// <summary>An amount of money.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Unit">What the table says of the currency.</param>
/// <param name="Next">The index behind it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Money(double Amount, string Unit, int Next);
