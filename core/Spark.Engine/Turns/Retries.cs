using Spark.Engine.Conversations;

namespace Spark.Engine.Turns;

/// <summary>
/// The further tries of an action. Each is an effect of its own, and the wait before it a timer, so that a restart loses none; all of them
/// bear the key of the first.
/// </summary>
internal static class Retries
{
    /// <summary>The person waits meanwhile: a far side that wants to be left alone for longer is not waited for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);
    private const double Jitter = 0.2;

    /// <summary>Whether another call could come to another end.</summary>
    private static bool IsOver(ActionEnded ended) => ended.IsFinal || ended.Result is not ("failed" or "timeout" or "unknown");

    /// <summary>The name of the timer that makes the next try after an effect.</summary>
    public static string NameOf(EffectRef effect) => $"retry:{effect}";

    /// <summary>What is kept for the try after one.</summary>
    public static Retry? After(InvokeAction action, EffectRef effect) => action.Try < action.Tries
        ? new(action with { Try = action.Try + 1, First = action.First ?? effect }, DueAt: null)
        : null;

    /// <summary>Waits for the next try, if there is one and the result does not forbid it.</summary>
    public static bool TryWait(Turn turn, WaitingForEffect waiting, ActionEnded ended)
    {
        if (waiting.Retry is not { } retry || IsOver(ended) || ended.RetryAfter > Longest)
        {
            return false;
        }

        var backoff = FirstWait * Math.Pow(2, Math.Min(retry.Action.Try - 2, 10));
        var wait = (backoff < LongestBackoff ? backoff : LongestBackoff) * (1 + (Jitter * turn.Options.Random()));
        if (ended.RetryAfter > wait)
        {
            wait = ended.RetryAfter.Value;
        }

        turn.State = turn.State with { Waiting = waiting with { Retry = retry with { DueAt = turn.Happened.At + wait } } };
        return true;
    }

    /// <summary>Makes the next try when the turn's event is its timer.</summary>
    public static bool TryAgain(Turn turn)
    {
        if (turn.Happened is not TimerDue due
            || turn.State.Waiting is not WaitingForEffect { Retry: { DueAt: not null } retry } waiting
            || !string.Equals(due.Name, NameOf(waiting.Effect), StringComparison.Ordinal))
        {
            return false;
        }

        Make(turn, retry.Action);
        return true;
    }

    /// <summary>Calls an action, and keeps what its next try needs.</summary>
    public static void Make(Turn turn, InvokeAction action)
    {
        var effect = turn.Add(action);
        turn.State = turn.State with { Waiting = new WaitingForEffect { Effect = effect, Retry = After(action, effect) } };
    }
}
