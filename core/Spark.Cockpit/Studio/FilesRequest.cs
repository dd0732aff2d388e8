namespace Spark.Cockpit.Studio;

/// <summary>Brings a bot's files.</summary>
/// <param name="Name">The folder's name, for messages.</param>
/// <param name="Files">Path below the folder → text.</param>
internal sealed record FilesRequest(string Name, IReadOnlyDictionary<string, string> Files);
