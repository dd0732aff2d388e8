namespace Spark.Understanding.Entities.Rules;

/// <summary>One way to read something.</summary>
/// <param name="Pattern">The words.</param>
/// <param name="Action">What they mean in a context; null when they mean nothing after all.</param>
internal sealed record Rule(Element Pattern, Func<Captures, object, object?> Action);
