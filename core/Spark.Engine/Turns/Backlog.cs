using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>What came while something was under way that it would have disturbed: messages, and results that came too late.</summary>
internal static class Backlog
{
    /// <summary>The most messages that wait; what comes beyond is logged and not heard.</summary>
    private const int Most = 50;

    public static void Add(Turn turn, MessageReceived message)
    {
        if (turn.State.Deferred.Count < Most)
        {
            var kept = message with { Person = null, ChannelDetails = null, Echo = null };
            turn.State = turn.State with { Deferred = turn.State.Deferred.Add(new(turn.Sequence, kept) { Understood = Kept(turn.Understood) }) };
        }
    }

    // The log has the words of the provider; the state is written with every turn.
    private static Understood? Kept(Understood? said) => said is null ? null : said with { Prompt = null, Answer = null };

    public static void Add(Turn turn, ConversationForwarded forwarded)
    {
        if (turn.State.Deferred.Count < Most)
        {
            turn.State = turn.State with { Deferred = turn.State.Deferred.Add(DeferredMessage.Of(turn.Sequence, forwarded)) };
        }
    }

    /// <summary>
    /// Tells the results and hears the messages in their order, until one of them leads to another wait. Each is a boundary of its own: a
    /// fault takes back what that one did, not the result that the turn brought.
    /// </summary>
    public static void Drain(Turn turn)
    {
        while (turn.State.Waiting is not WaitingForEffect)
        {
            if (LateResults.CanTell(turn))
            {
                var late = LateResults.TakeFirst(turn);
                Guard(turn, () => LateResults.Tell(turn, late));
                continue;
            }

            if (Tickets.CanTell(turn))
            {
                turn.State = turn.State with { HasTicketNews = false };
                Guard(turn, () => Tickets.Tell(turn));
                continue;
            }

            if (turn.State.Deferred.IsEmpty)
            {
                return;
            }

            if (turn.State.Owner != Owner.Bot)
            {
                // The desk has them in its transcript.
                turn.State = turn.State with { Deferred = [] };
                return;
            }

            var next = turn.State.Deferred[0];
            turn.State = turn.State with { Deferred = turn.State.Deferred.RemoveAt(0) };
            Guard(turn, () => Hearing.HearLate(turn, next));
        }
    }

    private static void Guard(Turn turn, Action take)
    {
        var before = turn.Save();
        try
        {
            take();
            DialogRunner.Advance(turn);
        }
        catch (EngineFaultException fault)
        {
            Fail(turn, before, fault.Fault);
        }
        catch (ExpressionException mistake)
        {
            Fail(turn, before, turn.Describe(mistake));
        }
    }

    private static void Fail(Turn turn, TurnSave before, EngineFault fault)
    {
        turn.Restore(before);
        if (turn.Failure is not null)
        {
            // The person was told already that something is wrong.
            return;
        }

        turn.Failure = fault;
        turn.State = turn.State with { IsRecovering = false };
        before = turn.Save();
        try
        {
            Recovery.Answer(turn);
        }
        catch (Exception again) when (again is EngineFaultException or ExpressionException)
        {
            turn.Restore(before);
            Recovery.Apologise(turn);
        }
    }
}
