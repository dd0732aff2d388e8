namespace Spark.Simulators.Desk.Conversations;

/// <summary>A message in a conversation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">Who said it: contact, agent or note.</param>
/// <param name="Name">The speaker's name.</param>
/// <param name="Text">What was said.</param>
/// <param name="At">When it came.</param>
/// <param name="Marker">What the caller put beside it; null for nothing. The desk does nothing with it but to keep it.</param>
internal sealed record DeskMessage(string Id, string From, string? Name, string Text, DateTimeOffset At, string? Marker);
