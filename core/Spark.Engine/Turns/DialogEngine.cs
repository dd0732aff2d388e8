using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>
/// The dialog engine: a pure function of a bot's version, a conversation's state and an event. It reads no clock, draws no random
/// number, and touches nothing outside; the same inputs give the same bytes.
/// </summary>
public static class DialogEngine
{
    /// <summary>Runs one turn.</summary>
    /// <param name="bot">The version that the conversation's episode is pinned to; for a new episode, or when that version is gone, the current one.</param>
    /// <param name="state">The state before; a new one for a new conversation.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The state after, and the effects. A turn that fails is answered by the bot's <c>failed</c> dialog.</returns>
    public static TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened) => Run(bot, state, happened, trace: null);

    /// <summary>Runs one turn, and tells how it went.</summary>
    /// <param name="bot">The version that the conversation's episode is pinned to.</param>
    /// <param name="state">The state before.</param>
    /// <param name="happened">The event.</param>
    /// <param name="trace">Is told of every step; changes nothing. Null for nobody.</param>
    public static TurnResult Run(Bot bot, ConversationState state, ConversationEvent happened, ITurnTrace? trace)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(happened);
        var turn = new Turn(bot, state, happened) { Trace = trace };
        try
        {
            Door.Enter(turn);
            return turn.Result();
        }
        catch (EngineFaultException fault)
        {
            return Fail(bot, state, happened, fault.Fault, trace);
        }
        catch (ExpressionException mistake)
        {
            return Fail(bot, state, happened, turn.Describe(mistake), trace);
        }
    }

    /// <summary>Runs the turn that answers a fault in place of the turn that failed.</summary>
    /// <param name="bot">The version that the conversation's episode is pinned to.</param>
    /// <param name="state">The state before the turn that failed.</param>
    /// <param name="happened">The event of the turn that failed.</param>
    /// <param name="fault">Why it failed.</param>
    public static TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault) =>
        Fail(bot, state, happened, fault, trace: null);

    /// <summary>Runs the turn that answers a fault, and tells how it went.</summary>
    /// <param name="bot">The version that the conversation's episode is pinned to.</param>
    /// <param name="state">The state before the turn that failed.</param>
    /// <param name="happened">The event of the turn that failed.</param>
    /// <param name="fault">Why it failed.</param>
    /// <param name="trace">Is told of every step; changes nothing. Null for nobody.</param>
    public static TurnResult Fail(Bot bot, ConversationState state, ConversationEvent happened, EngineFault fault, ITurnTrace? trace)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(fault);
        var turn = new Turn(bot, state, happened) { Failure = fault, Trace = trace };
        try
        {
            Door.EnterFailed(turn);
            return turn.Result();
        }
        catch (Exception again) when (again is EngineFaultException or ExpressionException)
        {
            // The dialog for faults has a fault itself: all that is left is a fixed sentence.
            var last = new Turn(bot, state, happened) { Failure = fault, Trace = trace };
            Door.EnterApology(last);
            return last.Result();
        }
    }
}
