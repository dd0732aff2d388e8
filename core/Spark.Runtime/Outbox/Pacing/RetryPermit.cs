namespace Spark.Runtime.Outbox.Pacing;

/// <summary>Leave for a repeated try. What it took goes to the next one, unless the try was in vain.</summary>
/// <param name="pace">Whose it is; null when it took nothing.</param>
internal sealed class RetryPermit(RetryPace? pace) : IDisposable
{
    private RetryPace? pace = pace;

    /// <summary>Nothing was waited for: good for a first try only.</summary>
    public static RetryPermit None { get; } = new(null);

    /// <summary>For what needs no call any more.</summary>
    public static RetryPermit Free { get; } = new(null);

    /// <summary>True unless it is <see cref="None"/>.</summary>
    public bool IsForRepeats => this != None;

    /// <summary>The try was in vain: it will be made again.</summary>
    public void Spend() => Interlocked.Exchange(ref pace, null)?.Ended(isSpent: true);

    public void Dispose() => Interlocked.Exchange(ref pace, null)?.Ended(isSpent: false);
}
