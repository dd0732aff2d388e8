using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Runtime.Bots;

/// <summary>A bot that is to answer new episodes, with the files that it was read from.</summary>
/// <param name="Bot">The compiled bot.</param>
/// <param name="Source">Its files.</param>
public sealed record BotSnapshot(Bot Bot, BotSource Source);
