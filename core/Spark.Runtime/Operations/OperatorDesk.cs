using System.Globalization;
using Microsoft.Extensions.Logging;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Offload;
using Spark.Runtime.Channels;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Operations;

/// <summary>
/// The desk in the house: an operator of the cockpit takes a conversation over, writes in it, and gives it back. All of it enters by the
/// door like what any desk says, so that it is stored before it is answered and survives the process.
/// </summary>
public sealed partial class OperatorDesk(IConversationIndex index, IChannelDirectory channels, TurnRunner turns, ILogger<OperatorDesk> logger)
{
    /// <summary>Takes a conversation over. Who has it already has it.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="who">The operator.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public Task<OperatorAnswer> TakeAsync(ConversationKey key, OperatorFace who, CancellationToken cancellationToken) =>
        StepAsync(key, who, OperatorStep.Takes, cancellationToken);

    /// <summary>Ends a conversation that the operator has: the bot has it again, and says nothing.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="who">The operator.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public Task<OperatorAnswer> EndAsync(ConversationKey key, OperatorFace who, CancellationToken cancellationToken) =>
        StepAsync(key, who, OperatorStep.Ends, cancellationToken);

    /// <summary>Writes to the person.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="who">The operator.</param>
    /// <param name="text">What the person is to read.</param>
    /// <param name="once">By which the same message is known when it comes again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public Task<OperatorAnswer> SayAsync(ConversationKey key, OperatorFace who, string text, string once, CancellationToken cancellationToken) =>
        ReportAsync(key, who, new AgentMessage { ExternalId = who.Account, Keys = [$"said:{who.Account}:{once}"], Agent = who.Name, Parts = [new TextPart(text)] }, cancellationToken);

    /// <summary>Gives a conversation back to the bot, which speaks first.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="who">The operator.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public async Task<OperatorAnswer> GiveBackAsync(ConversationKey key, OperatorFace who, CancellationToken cancellationToken)
    {
        if (await index.FindAsync(key, cancellationToken) is not { Summary: var found })
        {
            return new(OperatorResult.NotFound, null);
        }

        var once = string.Create(CultureInfo.InvariantCulture, $"back:{who.Account}:{found.Sequence}");
        return await ReportAsync(key, who, new DeskClosed { ExternalId = who.Account, Keys = [once], Agent = who.Name }, cancellationToken);
    }

    private static bool Holds(ConversationState state, OperatorFace who) => state is { Owner: Owner.Provider, Desk.Operator: { } holder } && holder == who.Account;

    private static bool MayTake(ConversationState state) => state is { Owner: Owner.Bot } or { Owner: Owner.Queued or Owner.Provider, Desk: { Operator: null } };

    private async Task<OperatorAnswer> StepAsync(ConversationKey key, OperatorFace who, OperatorStep step, CancellationToken cancellationToken)
    {
        if (await index.FindAsync(key, cancellationToken) is not { Summary: var found, State: var state })
        {
            return new(OperatorResult.NotFound, null);
        }

        Func<ConversationState, bool> onlyIf = step == OperatorStep.Takes ? MayTake : now => Holds(now, who);
        if (!onlyIf(state))
        {
            return Refusal(state, who, step);
        }

        if (channels.Find(found.Instance) is not { } channel)
        {
            return new(OperatorResult.NoChannel, null);
        }

        if (channel.Instance.Capabilities.ReplyPath == ReplyPath.Answer)
        {
            return new(OperatorResult.OnlyAnswers, null);
        }

        // The sequence in the key makes two presses of one person one step; of two people the second finds the first.
        var once = string.Create(CultureInfo.InvariantCulture, $"operator-{step}:{who.Account}:{found.Sequence}");
        var stepped = new OperatorStepped { At = default, Seed = 0, Operator = who.Account, Name = who.Name, Step = step };
        var accepted = await turns.OrderAsync(found, once, stepped, onlyIf, cancellationToken);
        if (accepted.IsDuplicate && await index.FindAsync(key, cancellationToken) is { State: var now })
        {
            return Refusal(now, who, step);
        }

        LogStepped(who.Account, step, key);
        return new(OperatorResult.Done, null);
    }

    private async Task<OperatorAnswer> ReportAsync(ConversationKey key, OperatorFace who, DeskEvent report, CancellationToken cancellationToken)
    {
        if (await index.FindAsync(key, cancellationToken) is not { Summary: var found })
        {
            return new(OperatorResult.NotFound, null);
        }

        var accepted = await turns.ReportAsync(
            DeskHold.Cockpit, found.Instance, found.ExternalId, channels.Find(found.Instance)?.Instance, report, cancellationToken, now => Holds(now, who));
        if (!accepted.IsDuplicate)
        {
            return new(OperatorResult.Done, null);
        }

        // What was said before looks like what may not be said; who has the conversation tells them apart.
        var state = (await index.FindAsync(key, cancellationToken))?.State ?? new();
        return Holds(state, who) ? new(OperatorResult.Done, null) : Refusal(state, who, OperatorStep.Ends);
    }

    private static OperatorAnswer Refusal(ConversationState state, OperatorFace who, OperatorStep step) => state switch
    {
        _ when step == OperatorStep.Takes && Holds(state, who) => new(OperatorResult.Done, null),
        { Owner: Owner.Provider, Desk: { Operator: not null } desk } when !Holds(state, who) => new(OperatorResult.Others, desk.Agent ?? desk.Operator),
        { Owner: Owner.Closed } => new(OperatorResult.Closed, null),
        _ when step == OperatorStep.Takes => new(OperatorResult.Away, null),
        _ => new(OperatorResult.NotHeld, null),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Operator {Operator} {Step} conversation {Conversation}")]
    private partial void LogStepped(string @operator, OperatorStep step, ConversationKey conversation);
}
