namespace Spark.Runtime.Outbox.Circuits;

/// <summary>Leave to make one call. Whoever has it tells what came of it, once; disposing it untold gives it back.</summary>
internal sealed class CircuitPass(Circuit? circuit, bool isProbe, bool isRepeat) : IDisposable
{
    private Circuit? circuit = circuit;

    /// <summary>For what no circuit stands before.</summary>
    public static CircuitPass None { get; } = new(null, isProbe: false, isRepeat: false);

    /// <summary>The far side is there, whatever it thought of the call.</summary>
    public void Succeed() => Interlocked.Exchange(ref circuit, null)?.Succeeded(isProbe);

    /// <summary>The far side did not answer, or cannot be told to have.</summary>
    /// <param name="asked">How long it asked to wait.</param>
    public void Fail(TimeSpan? asked) => Interlocked.Exchange(ref circuit, null)?.Failed(isProbe, isRepeat, asked);

    public void Dispose() => Interlocked.Exchange(ref circuit, null)?.GaveBack(isProbe);
}
