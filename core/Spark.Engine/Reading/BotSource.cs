namespace Spark.Engine.Reading;

/// <summary>The files of one bot, as text: what a version is made of and what the version store keeps.</summary>
/// <param name="Name">The folder's name, for messages.</param>
/// <param name="Files">Path below the folder (forward slashes) → text. Only the files that belong to the format.</param>
public sealed record BotSource(string Name, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Paths of files that look as if they were meant to be read and are not; no part of the version.</summary>
    public IReadOnlyList<string> OtherFiles { get; init; } = [];
}
