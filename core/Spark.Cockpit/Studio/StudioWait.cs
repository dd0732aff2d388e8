namespace Spark.Cockpit.Studio;

/// <summary>What a conversation that is tried waits for.</summary>
/// <param name="Name">The action, or the connection that it is handed over to.</param>
/// <param name="IsOffload">True for an offload.</param>
/// <param name="Results">How it can end.</param>
public sealed record StudioWait(string Name, bool IsOffload, IReadOnlyList<string> Results);
