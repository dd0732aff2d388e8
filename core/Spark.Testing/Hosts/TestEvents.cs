using Spark.Engine.Conversations;
using Spark.Runtime.Channels;
using Spark.Runtime.Turns;

namespace Spark.Testing.Hosts;

/// <summary>Brings what a test tells to the door of a host.</summary>
internal static class TestEvents
{
    /// <summary>Enters an event as the runtime takes events of its kind.</summary>
    /// <param name="turns">The door.</param>
    /// <param name="channel">The channel instance of the conversation.</param>
    /// <param name="key">By which news is known when it comes again.</param>
    /// <param name="happened">The event.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task EnterAsync(TurnRunner turns, ChannelInstance channel, string key, ConversationEvent happened, CancellationToken cancellationToken) =>
        happened switch
        {
            InboundReceived received => turns.AcceptAsync(channel, received.Inbound, cancellationToken),
            TicketChanged changed => turns.TakeNewsAsync(channel, TestConversation.ExternalId, key, changed.Ticket, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "A test tells of messages and of tickets only."),
        };
}
