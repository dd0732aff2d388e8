using System.Globalization;
using Microsoft.Extensions.Logging;
using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Bots;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Operations;

/// <summary>
/// Moves a conversation that a desk relays, or in whose queue it waits, to another desk or to another queue. It enters by the door like
/// everything else. The desk that has it keeps it until the other accepts, so that the person is never with nobody.
/// </summary>
public sealed partial class ConversationReassignment(
    IConversationIndex index, BotCatalog bots, TurnRunner turns, TimeProvider time, ILogger<ConversationReassignment> logger)
{
    /// <summary>How long an operator waits for the other desk's answer; what comes later is seen in the conversation.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>The connections to desks to which a conversation can go; empty when no desk relays it.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Trying again may help.</exception>
    public async Task<IReadOnlyList<string>> DesksAsync(ConversationKey key, CancellationToken cancellationToken) =>
        await index.FindAsync(key, cancellationToken) is { State: { Desk: not null, Owner: not Owner.Bot } state } ? await DesksAsync(state, cancellationToken) : [];

    /// <summary>Moves a conversation.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="connection">The connection to the desk that is to have it.</param>
    /// <param name="queue">The queue there; null for the desk's default.</param>
    /// <param name="cancellationToken">Ends the wait; the conversation moves all the same.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public async Task<Reassignment> ReassignAsync(ConversationKey key, string connection, string? queue, CancellationToken cancellationToken)
    {
        if (await index.FindAsync(key, cancellationToken) is not { } found)
        {
            return new(ReassignResult.NotFound, null, null, []);
        }

        if (found.State is not { Desk: { } desk, Owner: not Owner.Bot } state)
        {
            return new(ReassignResult.NotRelayed, null, null, []);
        }

        var desks = await DesksAsync(state, cancellationToken);
        if (!desks.Contains(connection, StringComparer.Ordinal))
        {
            return new(ReassignResult.NoDesk, desk.Connection, null, desks);
        }

        if (queue is null && string.Equals(connection, desk.Connection, StringComparison.Ordinal))
        {
            return new(ReassignResult.SameDesk, desk.Connection, null, desks);
        }

        // The sequence in the key makes two operators who press at once one move.
        var once = string.Create(CultureInfo.InvariantCulture, $"operator-reassign:{found.Summary.Sequence}");
        var order = new DeskReassigned { At = default, Seed = 0, Connection = connection, Queue = queue };
        var accepted = await turns.OrderAsync(found.Summary, once, order, state => state.Desk?.ExternalId == desk.ExternalId, cancellationToken);
        LogAsked(key, desk.Connection, connection);
        return await OutcomeAsync(key, desk, accepted.Sequence, desks, cancellationToken);
    }

    private async Task<Reassignment> OutcomeAsync(
        ConversationKey key, DeskHold before, long asked, IReadOnlyList<string> desks, CancellationToken cancellationToken)
    {
        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < Patience;)
        {
            var now = (await index.FindAsync(key, cancellationToken))?.State;
            if (now?.Sequence >= asked && now.Desk?.Move is null)
            {
                return now.Desk is not { } desk ? new(ReassignResult.NotRelayed, null, null, [])
                    : desk.ExternalId == before.ExternalId && desk.Connection == before.Connection
                        ? new(ReassignResult.Refused, desk.Connection, desk.Refusal, desks)
                        : new(ReassignResult.Moved, desk.Connection, null, desks);
            }

            await Task.Delay(Glance, time, cancellationToken);
        }

        return new(ReassignResult.Asked, before.Connection, null, desks);
    }

    private async Task<IReadOnlyList<string>> DesksAsync(ConversationState state, CancellationToken cancellationToken)
    {
        if (state.Episode is not { } episode
            || (await bots.FindAsync(episode.Bot, episode.Version, cancellationToken) ?? bots.Current.GetValueOrDefault(episode.Bot)) is not { } bot)
        {
            return [];
        }

        return [.. bot.Connections.Values.Where(one => one.Offload == OffloadKind.Relay).Select(one => one.Name).Order(StringComparer.Ordinal)];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An operator moves conversation {Conversation} from {Before} to {Connection}")]
    private partial void LogAsked(ConversationKey conversation, string before, string connection);
}
