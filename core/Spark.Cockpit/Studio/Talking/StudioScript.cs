namespace Spark.Cockpit.Studio.Talking;

/// <summary>What happens in a conversation that a designer tries.</summary>
/// <param name="Language">The person's language; null for the bot's first.</param>
/// <param name="Channel">The channel, as the bot sees it and as replies are shown; null for none in particular.</param>
/// <param name="Start">Where it begins; null for the bot's own beginning.</param>
/// <param name="Lines">What happens, in order.</param>
public sealed record StudioScript(string? Language, string? Channel, StudioStart? Start, IReadOnlyList<StudioInput> Lines);
