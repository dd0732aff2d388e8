using System.Runtime.InteropServices;

namespace Spark.Understanding.Intents;

/// <summary>A part of a text and how much it spoke for the intent that was found.</summary>
/// <param name="Part">Words, or a sequence of characters within a word between bars, where a space marks the word's end.</param>
/// <param name="Weight">How much smaller the lead over the next intent would be without it; below 0 for what spoke against it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Evidence(string Part, double Weight);
