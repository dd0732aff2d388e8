namespace Spark.Plugins.Supervision;

/// <summary>Counts the calls that are inside a plugin, so that it is only taken away when they have left.</summary>
internal sealed class CallGate
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int inside;
    private bool closed;

    public bool TryEnter()
    {
        lock (gate)
        {
            inside += closed ? 0 : 1;
            return !closed;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            inside--;
            SignalWhenEmpty();
        }
    }

    /// <summary>Lets nobody in any more; completes when the last has left.</summary>
    public Task CloseAsync()
    {
        lock (gate)
        {
            closed = true;
            SignalWhenEmpty();
            return empty.Task;
        }
    }

    private void SignalWhenEmpty()
    {
        if (closed && inside == 0)
        {
            empty.TrySetResult();
        }
    }
}
