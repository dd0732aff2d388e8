using Microsoft.Extensions.Logging;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Runtime.Bots;

namespace Spark.Runtime.Turns;

/// <summary>Which version of which bot answers in a turn, and in which state it finds the conversation.</summary>
internal sealed partial class BotChoice(BotCatalog bots, RuntimeLifetime lifetime, ILogger logger)
{
    private const string VersionIsGone = "SPK11006";

    /// <summary>Chooses.</summary>
    /// <param name="input">What the turn takes.</param>
    /// <param name="state">How the conversation stands.</param>
    /// <returns>The input as that bot takes it, the bot, and the state from which it goes on.</returns>
    public async ValueTask<(TurnInput Input, Bot? Bot, ConversationState State)> MakeAsync(TurnInput input, ConversationState state)
    {
        var bot = await FindAsync(input, state);
        if (Move(input, state, bot) is { } moved)
        {
            (bot, state) = moved;
            input = input with { Event = input.Event with { MovedTo = bot.Version } };
        }

        if (input.Event is InboundReceived received && bot is not null && bots.IsOff(bot.Id))
        {
            input = input with { Event = received with { BotIsOff = true } };
        }

        return (input, bot, state);
    }

    private async ValueTask<Bot?> FindAsync(TurnInput input, ConversationState state)
    {
        if (state is { IsOpen: true, Episode: { } episode })
        {
            var pinned = await bots.FindAsync(episode.Bot, episode.Version, lifetime.Stopped);
            if (pinned is not null)
            {
                return pinned;
            }

            LogVersionIsGone(input.Key, VersionIsGone, episode.Bot, episode.Version);
        }

        return bots.Current.GetValueOrDefault(input.Bot ?? state.Episode?.Bot ?? "");
    }

    // Only with a message of the person: what comes back from outside belongs to the version that asked for it.
    private (Bot Bot, ConversationState State)? Move(TurnInput input, ConversationState state, Bot? pinned)
    {
        if (pinned is null || state is not { IsOpen: true, Owner: Owner.Bot, Waiting: not WaitingForEffect }
            || input.Event is not InboundReceived { Inbound: MessageReceived }
            || bots.Current.GetValueOrDefault(pinned.Id) is not { } live || live.Version == pinned.Version)
        {
            return null;
        }

        return bots.MoveOf(pinned.Id) switch
        {
            ReleaseMove.NextQuestion => VersionMove.Place(state, pinned, live) is { } placed ? (live, placed) : null,
            ReleaseMove.Restart => (live, state),
            _ => null,
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: version {Version} of bot {Bot}, to which conversation {Conversation} was pinned, was not found or did not compile; its current version answered")]
    private partial void LogVersionIsGone(ConversationKey conversation, string code, string bot, string version);
}
