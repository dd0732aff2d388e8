namespace Spark.Runtime.Timers;

/// <summary>Tells the loop that wakes conversations of times that lie before the one that it waits for.</summary>
public sealed class WakeSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource earlier = New();
    private DateTimeOffset awaited = DateTimeOffset.MaxValue;

    /// <summary>Begins a wait: the task ends when something earlier is announced.</summary>
    /// <param name="until">What is waited for.</param>
    internal Task WaitBefore(DateTimeOffset until)
    {
        lock (gate)
        {
            awaited = until;
            earlier = New();
            return earlier.Task;
        }
    }

    /// <summary>A turn has set when its conversation is to be woken.</summary>
    internal void Announce(DateTimeOffset? at, DateTimeOffset? before)
    {
        if (at is not { } time || time == before)
        {
            return;
        }

        lock (gate)
        {
            if (time < awaited)
            {
                earlier.TrySetResult();
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
