using Spark.Engine.Reading;

namespace Spark.Host.Bots;

/// <summary>A bot's files and what became of reading them.</summary>
/// <param name="Folder">Where they lie.</param>
/// <param name="Source">The files.</param>
/// <param name="Result">What became of them.</param>
internal sealed record BotReading(string Folder, BotSource Source, ReadResult Result);
