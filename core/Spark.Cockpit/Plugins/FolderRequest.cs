namespace Spark.Cockpit.Plugins;

/// <summary>Names a plugin's folder on the server.</summary>
/// <param name="Folder">Its full path.</param>
internal sealed record FolderRequest(string Folder);
