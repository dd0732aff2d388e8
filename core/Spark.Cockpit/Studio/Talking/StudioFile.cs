namespace Spark.Cockpit.Studio.Talking;

/// <summary>A file that the person has sent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its type, by the ending of its name.</param>
public sealed record StudioFile(string Name, string MediaType);
