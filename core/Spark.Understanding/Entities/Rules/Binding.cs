namespace Spark.Understanding.Entities.Rules;

/// <summary>What a pattern has named so far, the latest first.</summary>
/// <param name="Name">The name in the pattern.</param>
/// <param name="Value">What was read under it.</param>
/// <param name="Earlier">What was named before.</param>
internal sealed record Binding(string Name, object Value, Binding? Earlier);
