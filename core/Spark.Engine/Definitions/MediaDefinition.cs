using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A picture, a film, a sound or a file that is shown.</summary>
/// <param name="Kind">Which of them: <c>image</c>, <c>video</c>, <c>audio</c> or <c>file</c>.</param>
/// <param name="Address">Where it lies.</param>
/// <param name="Title">What it is called; null for the name in its address.</param>
public sealed record MediaDefinition(string Kind, TextTemplate Address, Text? Title);
