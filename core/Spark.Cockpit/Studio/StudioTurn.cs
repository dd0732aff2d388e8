namespace Spark.Cockpit.Studio;

/// <summary>A turn of a conversation that is tried.</summary>
/// <param name="Said">What the person said; null when something else happened.</param>
/// <param name="Intent">The intent that was found in it, with its score; null for none.</param>
/// <param name="Replies">What the bot said, each with what could be chosen.</param>
/// <param name="Deeds">What it had done beside that.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
public sealed record StudioTurn(string? Said, string? Intent, IReadOnlyList<StudioReply> Replies, IReadOnlyList<string> Deeds, string? Fault);
