namespace Spark.Engine.Reading;

/// <summary>A channel instance on which a bot answers.</summary>
/// <param name="Instance">The instance's name, which expressions see as <c>sys.channelInstance</c>.</param>
/// <param name="Channel">The channel's id, which expressions see as <c>sys.channel</c>.</param>
/// <param name="Bot">The bot that answers there.</param>
public sealed record EnabledChannel(string Instance, string Channel, string Bot);
