namespace Spark.Cockpit.Studio.Talking;

/// <summary>The channels that conversations can be tried on.</summary>
internal sealed record ChannelChoice(IReadOnlyList<StudioChannel> Channels);
