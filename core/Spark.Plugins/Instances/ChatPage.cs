namespace Spark.Plugins.Instances;

/// <summary>The chat page that a channel instance brings.</summary>
/// <param name="InstanceId">The instance that is asked for the page.</param>
/// <param name="Missing">What is missing and how to get it; null when the page can be served.</param>
public sealed record ChatPage(string InstanceId, string? Missing);
