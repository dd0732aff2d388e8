namespace Spark.Runtime.Turns;

/// <summary>Gives the numbers that turns and retries draw their randomness from. Called from many threads.</summary>
public interface ISeedSource
{
    /// <summary>The next number.</summary>
    ulong Next();
}
