namespace Spark.Cockpit.Pages;

/// <summary>A file of the front end.</summary>
/// <param name="Content">What it holds.</param>
/// <param name="Compressed">The same, compressed with Brotli; null when that is not worth it.</param>
/// <param name="Type">Its media type.</param>
internal sealed record CockpitFile(byte[] Content, byte[]? Compressed, string Type);
