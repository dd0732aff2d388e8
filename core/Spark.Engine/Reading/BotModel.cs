namespace Spark.Engine.Reading;

/// <summary>A trained classifier of a bot, as it is kept beside the version that it belongs to. No sentence is in it.</summary>
/// <param name="Key">Names it by the examples that it was trained on, and by how.</param>
/// <param name="Bytes">The classifier.</param>
public sealed record BotModel(string Key, ReadOnlyMemory<byte> Bytes);
