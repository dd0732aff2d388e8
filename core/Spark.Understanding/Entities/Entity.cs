namespace Spark.Understanding.Entities;

/// <summary>Something in a text that has a value of its own: a number, an amount of money, a moment.</summary>
/// <param name="Type">What it is, one of <see cref="EntityTypes"/>.</param>
/// <param name="Text">The words, as written.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index behind its last character.</param>
/// <param name="Values">What it means: one value, or for a moment one for each way to take it, the past ones before the future ones.</param>
public sealed record Entity(string Type, string Text, int Start, int End, IReadOnlyList<EntityValue> Values);
