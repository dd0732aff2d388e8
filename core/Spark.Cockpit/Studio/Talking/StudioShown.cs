using System.Text.Json;

namespace Spark.Cockpit.Studio.Talking;

/// <summary>One thing that a channel sends for a reply, and what people see of it.</summary>
/// <param name="Parts">What people see, in order.</param>
/// <param name="Payload">What is sent, to the letter; null when the channel does not tell.</param>
/// <param name="Remarks">What the channel cannot show as it is written, a sentence each.</param>
public sealed record StudioShown(IReadOnlyList<StudioPart> Parts, JsonElement? Payload, IReadOnlyList<string> Remarks);
