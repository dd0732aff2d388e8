namespace Spark.Cockpit.Studio.Talking;

/// <summary>Something that a turn wants done outside.</summary>
/// <param name="Kind"><c>send</c>, <c>action</c>, <c>offload</c> or <c>desk</c>.</param>
/// <param name="Text">What it is, in a few words.</param>
/// <param name="Payload">Its fields, as JSON; null for none. What is sensitive is hidden.</param>
public sealed record StudioEffect(string Kind, string Text, string? Payload);
