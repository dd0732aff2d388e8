namespace Spark.Engine.Reading;

/// <summary>Reads, checks and compiles a bot.</summary>
public static class BotReader
{
    /// <summary>Reads a bot from its files. Says everything that is wrong at once.</summary>
    /// <param name="source">The files.</param>
    /// <param name="offers">What the installed plugins offer.</param>
    public static ReadResult Read(BotSource source, InstalledOffers offers) => throw new NotSupportedException();
}
