using Spark.Engine.Reading;

namespace Spark.Host.Bots;

/// <summary>A bot's files and what became of reading them.</summary>
internal sealed record BotReading(BotSource Source, ReadResult Result);
