using Spark.Engine.Reading;

namespace Spark.Runtime.Recording;

/// <summary>A version of a bot.</summary>
/// <param name="Bot">The bot's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Source">Its files.</param>
public sealed record RecordedVersion(string Bot, string Version, BotSource Source);
