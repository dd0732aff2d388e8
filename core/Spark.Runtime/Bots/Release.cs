namespace Spark.Runtime.Bots;

/// <summary>A publication of a bot.</summary>
/// <param name="Bot">The bot's id.</param>
/// <param name="Version">The version that was published.</param>
/// <param name="Note">What the operator noted.</param>
/// <param name="Move">When open conversations move to it.</param>
/// <param name="Origin">How it came about.</param>
public sealed record Release(string Bot, string Version, string Note, ReleaseMove Move, ReleaseOrigin Origin)
{
    /// <summary>Rises with each publication; 0 before it is stored.</summary>
    public long Number { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset At { get; init; }
}
