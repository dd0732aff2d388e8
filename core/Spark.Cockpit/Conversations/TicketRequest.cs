namespace Spark.Cockpit.Conversations;

/// <summary>News of a ticket: how it stands now in its own system.</summary>
/// <param name="Number">The number that people use.</param>
/// <param name="State">The name of its state there.</param>
/// <param name="Url">Where a person can see it.</param>
/// <param name="Id">The system's own id, where it differs from the number.</param>
internal sealed record TicketRequest(string? Number, string? State = null, Uri? Url = null, string? Id = null);
