using System.Runtime.InteropServices;

namespace Spark.Understanding.Intents;

/// <summary>An intent and how likely it is.</summary>
/// <param name="Intent">The intent's name.</param>
/// <param name="Probability">From 0 to 1; what those of all intents lack to 1 is for a text that means none of them.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RankedIntent(string Intent, double Probability);
