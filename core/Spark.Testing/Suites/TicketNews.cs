using Spark.Engine.Definitions;
using Spark.Offload;

namespace Spark.Testing.Suites;

/// <summary>A ticket of the conversation has changed in its own system.</summary>
/// <param name="Ticket">The ticket as it is now.</param>
/// <param name="At">Where it stands.</param>
internal sealed record TicketNews(TicketReference Ticket, SourceLocation At) : ChatLine(At);
