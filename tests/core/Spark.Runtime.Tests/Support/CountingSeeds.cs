using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Support;

/// <summary>1, 2, 3, …</summary>
public sealed class CountingSeeds : ISeedSource
{
    private ulong last;

    public ulong Next() => Interlocked.Increment(ref last);
}
