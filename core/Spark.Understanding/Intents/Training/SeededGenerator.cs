namespace Spark.Understanding.Intents.Training;

/// <summary>Random numbers that are the same on every machine and version (SplitMix64).</summary>
internal sealed class SeededGenerator(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong value = _state += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>From 0 to just below 1.</summary>
    public float NextSingle() => (Next() >> 40) * (1f / (1 << 24));

    public int Next(int below) => (int)((Next() >> 33) * (ulong)below >> 31);

    public void Shuffle(Span<int> items)
    {
        for (int index = items.Length - 1; index > 0; index--)
        {
            int other = Next(index + 1);
            (items[index], items[other]) = (items[other], items[index]);
        }
    }
}
