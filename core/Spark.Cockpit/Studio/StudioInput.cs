namespace Spark.Cockpit.Studio;

/// <summary>One thing that happens in a conversation that a designer tries.</summary>
/// <param name="Text">What the person says; null for a result.</param>
/// <param name="Result">How the action or offload that is waited for ends: <c>done</c>, <c>failed</c>, <c>queued</c>, <c>closed</c>, …; null for a message.</param>
/// <param name="Output">What the action gives, as JSON; null for nothing.</param>
public sealed record StudioInput(string? Text, string? Result, string? Output);
