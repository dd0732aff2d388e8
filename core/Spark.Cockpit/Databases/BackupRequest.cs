namespace Spark.Cockpit.Databases;

/// <summary>Asks for a copy of the database.</summary>
/// <param name="Path">The file, on the host's machine; it is not there yet.</param>
internal sealed record BackupRequest(string Path);
