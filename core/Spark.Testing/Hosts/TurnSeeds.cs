using Spark.Runtime.Turns;

namespace Spark.Testing.Hosts;

/// <summary>
/// Seeds by the number of the turn: the same conversation draws the same random numbers, however often its events are repeated, its
/// messages refused and its host killed.
/// </summary>
/// <param name="sequence">The number of the last turn.</param>
internal sealed class TurnSeeds(Func<long> sequence) : ISeedSource
{
    /// <inheritdoc/>
    public ulong Next()
    {
        // SplitMix64 (Steele, Lea, Flood 2014): neighbours give unlike numbers.
        unchecked
        {
            var mixed = (ulong)(sequence() + 1) * 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
