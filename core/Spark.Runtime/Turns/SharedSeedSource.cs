namespace Spark.Runtime.Turns;

/// <summary>Seeds from the process's shared generator. They are no secrets: nothing that must not be guessed is made from them.</summary>
internal sealed class SharedSeedSource : ISeedSource
{
    public ulong Next() => unchecked((ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue));
}
