namespace Spark.Engine.Reading;

/// <summary>The files of one bot, as text: what a version is made of and what the version store keeps.</summary>
/// <param name="Name">The folder's name, for messages.</param>
/// <param name="Files">Path below the folder (forward slashes) → text. Only the files that belong to the format.</param>
public sealed record BotSource(string Name, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>The path of the file that notes of what text each translation was made.</summary>
    public const string LockFile = BotFileKinds.LockFile;

    /// <summary>The schemas of the actions that the bot used when it was published, by the action's id; empty in a draft. No part of the version.</summary>
    public IReadOnlyDictionary<string, string> ActionSchemas { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Paths of files that look as if they were meant to be read and are not; no part of the version.</summary>
    public IReadOnlyList<string> OtherFiles { get; init; } = [];
}
