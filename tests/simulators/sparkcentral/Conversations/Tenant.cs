using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>The simulated tenant: one lock around its state, and a signal at each change for those who wait.</summary>
internal sealed class Tenant(TenantSettings settings)
{
    private readonly Lock gate = new();
    private readonly TenantState state = new(settings);
    private TaskCompletionSource changed = NewSignal();
    private long version;

    public T Change<T>(Func<TenantState, T> change)
    {
        lock (gate)
        {
            try
            {
                return change(state);
            }
            finally
            {
                version++;
                changed.TrySetResult();
                changed = NewSignal();
            }
        }
    }

    public void Change(Action<TenantState> change) => Change(current =>
    {
        change(current);
        return true;
    });

    public T Read<T>(Func<TenantState, T> read)
    {
        lock (gate)
        {
            return read(state);
        }
    }

    public long Version()
    {
        lock (gate)
        {
            return version;
        }
    }

    /// <summary>Waits until the state is as the caller wants it. False when the time is over first.</summary>
    public async Task<bool> WaitAsync(Predicate<TenantState> wanted, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // A waiting caller's patience is real time: advancing the simulated clock must not end it.
        using var patience = new CancellationTokenSource(timeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (wanted(state))
                {
                    return true;
                }

                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    public Task<bool> WaitForChangeAsync(long since, TimeSpan timeout, CancellationToken cancellationToken) =>
        WaitAsync(_ => version != since, timeout, cancellationToken);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
