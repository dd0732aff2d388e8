namespace Spark.Runtime.Outbox.Pacing;

/// <summary>A lane's wait for its next try.</summary>
/// <param name="tooOldAt">By the pace's clock: when there is nothing left to wait for.</param>
internal sealed class RetryWait(TimeSpan tooOldAt)
{
    private readonly TaskCompletionSource<RetryPermit?> end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TimeSpan TooOldAt => tooOldAt;

    public bool IsOver => end.Task.IsCompleted;

    /// <summary>Ends it, unless something else has.</summary>
    public bool TryEnd(RetryPermit? permit) => end.TrySetResult(permit);

    /// <summary>Waits for its end.</summary>
    /// <param name="stopping">Ends it at once. Not by an exception: a hundred thousand of them would take seconds.</param>
    /// <returns>Null when it was stopped.</returns>
    public async Task<RetryPermit?> EndAsync(CancellationToken stopping)
    {
        await using var registration = stopping.UnsafeRegister(static wait => ((RetryWait)wait!).TryEnd(null), this);
        return await end.Task;
    }
}
