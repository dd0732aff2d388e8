namespace Spark.Engine.Reading.Checking;

/// <summary>The channels on which a bot may answer.</summary>
internal static class BotChannels
{
    /// <summary>Those that the environment binds to it; without an environment one of each that is installed.</summary>
    public static IReadOnlyList<EnabledChannel> Of(ReadingContext reading) => reading.Offers.EnabledChannels is { } enabled
        ? [.. enabled.Where(channel => channel.Bot == reading.Draft.Id)]
        : [.. reading.Offers.Channels.Keys.Order(StringComparer.Ordinal).Select(id => new EnabledChannel(id, id, reading.Draft.Id))];
}
