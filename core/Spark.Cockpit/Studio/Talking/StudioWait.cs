namespace Spark.Cockpit.Studio.Talking;

/// <summary>What a conversation that is tried waits for: the answer of something outside, which is never called.</summary>
/// <param name="Name">The connection, or the action.</param>
/// <param name="IsOffload">True for an offload.</param>
/// <param name="Results">How it can end.</param>
/// <param name="Input">The action's fields, as JSON; null for an offload. What is sensitive is hidden.</param>
public sealed record StudioWait(string Name, bool IsOffload, IReadOnlyList<string> Results, string? Input);
