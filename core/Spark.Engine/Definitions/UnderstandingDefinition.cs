namespace Spark.Engine.Definitions;

/// <summary>Who says what people mean to a bot, before its own classifier.</summary>
/// <param name="Connection">The connection to the provider.</param>
/// <param name="Within">How long a person waits for it.</param>
public sealed record UnderstandingDefinition(string Connection, TimeSpan Within)
{
    /// <summary>How long, when the bot does not say.</summary>
    public static readonly TimeSpan DefaultWithin = TimeSpan.FromSeconds(2);

    /// <summary>The longest: channels wait for their turn to be committed.</summary>
    public static readonly TimeSpan MostWithin = TimeSpan.FromSeconds(8);
}
