namespace Spark.Cockpit.Studio.Talking;

/// <summary>A ticket that was opened in a conversation.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">Its state in its own system, as it was last told; null when it was not.</param>
public sealed record StudioTicket(string Number, string? State);
