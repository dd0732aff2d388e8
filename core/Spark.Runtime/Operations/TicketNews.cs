using System.Globalization;
using Microsoft.Extensions.Logging;
using Spark.Offload;
using Spark.Runtime.Channels;
using Spark.Runtime.Texts;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Operations;

/// <summary>
/// Brings news of a ticket into the conversation that opened it, by the door like everything else: variables that hold the ticket follow,
/// and the bot's dialog for <c>ticket-changed</c> tells the person.
/// </summary>
public sealed partial class TicketNews(IConversationIndex index, IChannelDirectory channels, TurnRunner turns, ILogger<TicketNews> logger)
{
    /// <summary>Brings news.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="ticket">The ticket as it is now.</param>
    /// <param name="once">By which the same news is known when it comes again; null when its sender has no name for it: then what says the same as the last news is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public async Task<TicketNewsResult> TellAsync(ConversationKey key, TicketReference ticket, string? once, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (await index.FindAsync(key, cancellationToken) is not { Summary: var found, State: var state })
        {
            return TicketNewsResult.NotFound;
        }

        var clean = WellFormedMessages.Clean(ticket);
        if (once is null && clean == state.Ticket)
        {
            return TicketNewsResult.ToldBefore;
        }

        if (channels.Find(found.Instance) is not { } channel)
        {
            return TicketNewsResult.NoChannel;
        }

        // Without a name of the sender's, two who tell the same at the same time tell it once.
        var name = once is null
            ? string.Create(CultureInfo.InvariantCulture, $"ticket-news:{ticket.Number}:{ticket.State}:after:{found.Sequence}")
            : $"ticket-news:{ticket.Number}:{once}";
        var accepted = await turns.TakeNewsAsync(channel.Instance, found.ExternalId, WellFormedText.Clean(name), clean, cancellationToken);
        LogTold(key, ticket.Number, accepted.IsDuplicate);
        return accepted.IsDuplicate ? TicketNewsResult.ToldBefore : TicketNewsResult.Told;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "News of ticket {Ticket} came to conversation {Conversation} (known already: {IsKnown})")]
    private partial void LogTold(ConversationKey conversation, string ticket, bool isKnown);
}
