using Spark.Offload;

namespace Spark.Engine.Conversations;

/// <summary>There is news on a ticket that the conversation has opened.</summary>
public sealed record TicketChanged : ConversationEvent
{
    /// <summary>The ticket as it is now. Variables that hold a ticket of its number are kept in step with it.</summary>
    public required TicketReference Ticket { get; init; }
}
