using Spark.Messages;

namespace Spark.Testing.Suites;

/// <summary>Files that tests send: only their names are told, and nobody fetches them.</summary>
internal static class TestFile
{
    /// <summary>The file of a name.</summary>
    /// <param name="name">The name.</param>
    public static FilePart Named(string name) => new(name, "application/octet-stream", new Uri($"https://files.example/{Uri.EscapeDataString(name)}"));
}
