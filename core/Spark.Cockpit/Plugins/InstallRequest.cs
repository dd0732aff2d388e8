namespace Spark.Cockpit.Plugins;

/// <summary>Says yes to a plugin that waits.</summary>
/// <param name="Digest">Its digest, as it was shown.</param>
internal sealed record InstallRequest(string Digest);
