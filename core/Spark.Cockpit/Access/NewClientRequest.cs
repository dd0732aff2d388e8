namespace Spark.Cockpit.Access;

/// <summary>What an API client is to be.</summary>
/// <param name="Name">Its name, which people are shown.</param>
/// <param name="Permissions">What it may do.</param>
/// <param name="UpnDomains">The domains of the user principal names that it may speak for; null or empty for all.</param>
internal sealed record NewClientRequest(string? Name, IReadOnlyList<string>? Permissions, IReadOnlyList<string>? UpnDomains);
