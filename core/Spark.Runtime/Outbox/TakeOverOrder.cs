namespace Spark.Runtime.Outbox;

/// <summary>
/// Lets one taking-over after the other happen, from the write to the lanes: a lane that looks ahead must not find that nothing stands
/// before it while that is on its way to it.
/// </summary>
internal sealed class TakeOverOrder : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

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
