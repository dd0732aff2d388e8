using System.Runtime.InteropServices;

namespace Spark.Understanding.Intents;

/// <summary>A sentence and the intent that it stands for.</summary>
/// <param name="Text">What somebody may say.</param>
/// <param name="Intent">The intent's name; null for a sentence that means none of the intents.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrainingExample(string Text, string? Intent);
