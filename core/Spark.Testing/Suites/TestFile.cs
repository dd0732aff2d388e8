using Spark.Engine.Turns;
using Spark.Messages;

namespace Spark.Testing.Suites;

/// <summary>Files that tests send: only their names are told, which say of what type they are, and nobody fetches them.</summary>
internal static class TestFile
{
    /// <summary>The file of a name.</summary>
    /// <param name="name">The name.</param>
    public static FilePart Named(string name) => new(name, MediaTypes.Of("file", name), new Uri($"https://files.example/{Uri.EscapeDataString(name)}"));
}
