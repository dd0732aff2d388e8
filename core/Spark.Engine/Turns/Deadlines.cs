using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Offload;

namespace Spark.Engine.Turns;

/// <summary>
/// The deadlines of awaited effects. The host ends every effect in its time; these lie behind it, so that a conversation goes on even
/// where no result comes at all.
/// </summary>
internal static class Deadlines
{
    /// <summary>How long an effect may take whose deed does not say.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a ticket may take: after a request that nobody has answered, two minutes are given to finding what came of it.</summary>
    public static readonly TimeSpan TicketTimeout = TimeSpan.FromSeconds(180);

    /// <summary>What lies between the time that the host keeps and the deadline: a result that is just in time still finds us waiting.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>How long the message that hands over may take: longer than a host goes on trying to send a message.</summary>
    public static readonly TimeSpan HandoverGrace = TimeSpan.FromMinutes(20);

    private const string TooLate = "No result came in time.";

    /// <summary>The name of the timer of an effect.</summary>
    public static string NameOf(EffectRef effect) => $"effect:{effect}";

    /// <summary>When the wait ends that the turn has begun.</summary>
    public static DateTimeOffset Of(Turn turn, WaitingForEffect waiting)
    {
        if (waiting.IsHandover)
        {
            return turn.Happened.At + HandoverGrace;
        }

        var (sequence, index) = waiting.Effect;
        var effect = sequence == turn.Sequence && index < turn.Effects.Count ? turn.Effects[index] : null;
        var timeout = effect switch
        {
            InvokeAction action => action.Timeout,
            OpenOffload offload => offload.Timeout,
            _ => null,
        };
        return turn.Happened.At + (timeout ?? DefaultTimeout) + Grace;
    }

    /// <summary>The end that the turn's event brings to an effect: its result, or the passing of its deadline; null for another event.</summary>
    public static EffectEnded? EndOf(Turn turn) => turn.Happened switch
    {
        EffectEnded ended => ended,
        TimerDue due when turn.State.Waiting is WaitingForEffect waiting && string.Equals(due.Name, NameOf(waiting.Effect), StringComparison.Ordinal) =>
            Expire(turn, due, waiting),
        _ => null,
    };

    // What a provider did before it fell silent cannot be told: a ticket may have been opened.
    private static EffectEnded Expire(Turn turn, TimerDue due, WaitingForEffect waiting)
    {
        if (waiting.IsHandover)
        {
            return new HandoverEnded { At = due.At, Seed = due.Seed, Effect = waiting.Effect, Succeeded = false, Reason = TooLate };
        }

        if (ActionRunner.AwaitedDeed(turn) is OffloadDeed offload)
        {
            var result = ActionRunner.Kind(turn, offload) == OffloadKind.Ticket ? OffloadResult.Unknown : OffloadResult.Failed;
            return new OffloadDecided
            {
                At = due.At, Seed = due.Seed, Effect = waiting.Effect, Reason = TooLate, Decision = OffloadDecision.Of(result, TooLate),
            };
        }

        // The call may still be under way somewhere: another one beside it is none of the step's tries.
        return new ActionEnded { At = due.At, Seed = due.Seed, Effect = waiting.Effect, Result = "timeout", Reason = TooLate, IsFinal = true };
    }
}
