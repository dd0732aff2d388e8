namespace Spark.Cockpit.Studio.Talking;

/// <summary>A turn of a conversation that is tried.</summary>
/// <param name="Line">The place of the line that led to it; -1 for the beginning.</param>
/// <param name="At">When it was, by the conversation's own clock.</param>
/// <param name="Kind">What happened: <c>started</c>, <c>message</c>, <c>press</c>, <c>timer</c>, <c>action</c>, <c>offload</c>, <c>handover</c>, <c>returned</c>, <c>ticket</c> or <c>other</c>.</param>
/// <param name="Said">What was said, or what happened in a few words.</param>
/// <param name="File">The file that the person sent; null for none.</param>
/// <param name="Intent">What the sentence was taken to mean; null when none was looked through.</param>
/// <param name="Steps">The steps that ran, in order.</param>
/// <param name="Replies">What the bot said.</param>
/// <param name="Effects">What it had done.</param>
/// <param name="Variables">The variables that had a value before or have one after.</param>
/// <param name="Before">The dialogs that were under way before, the innermost last.</param>
/// <param name="After">The dialogs that are under way after, the innermost last.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
public sealed record StudioTurn(
    int Line,
    DateTimeOffset At,
    string Kind,
    string Said,
    StudioFile? File,
    StudioIntent? Intent,
    IReadOnlyList<StudioPlace> Steps,
    IReadOnlyList<StudioReply> Replies,
    IReadOnlyList<StudioEffect> Effects,
    IReadOnlyList<StudioValue> Variables,
    IReadOnlyList<StudioPlace> Before,
    IReadOnlyList<StudioPlace> After,
    string? Fault);
