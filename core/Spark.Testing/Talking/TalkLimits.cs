namespace Spark.Testing.Talking;

/// <summary>How much of a host one conversation that is tried may use.</summary>
/// <param name="Turns">The most turns.</param>
/// <param name="Time">The longest time that it may take to play it.</param>
internal sealed record TalkLimits(int Turns, TimeSpan Time)
{
    /// <summary>More than any conversation needs, and little for a host.</summary>
    public static TalkLimits Default { get; } = new(1_000, TimeSpan.FromSeconds(10));
}
