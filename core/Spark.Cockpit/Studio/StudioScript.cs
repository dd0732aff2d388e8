namespace Spark.Cockpit.Studio;

/// <summary>What happens in a conversation that a designer tries.</summary>
/// <param name="Language">The person's language; null for the bot's first.</param>
/// <param name="Lines">What the person says, and how actions and offloads end, in their order.</param>
public sealed record StudioScript(string? Language, IReadOnlyList<StudioInput> Lines);
