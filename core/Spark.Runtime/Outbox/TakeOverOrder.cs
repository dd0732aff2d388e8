namespace Spark.Runtime.Outbox;

/// <summary>
/// Lets one taking-over after the other happen, from the write to the lanes: what is in this node's hands by the store, and on its way to
/// its lane, stands before what a turn has just committed without seeing anybody else's hands on it.
/// </summary>
internal sealed class TakeOverOrder : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>True while something is on its way.</summary>
    public bool IsTaken => turn.CurrentCount == 0;

    public async Task<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        return new(turn);
    }

    public void Dispose() => turn.Dispose();

    public readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
