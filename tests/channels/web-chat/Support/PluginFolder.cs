using System.Text.Json;

namespace Spark.Channels.WebChat.Tests.Support;

/// <summary>The plugin's folder, as the build lays it out for the host.</summary>
internal static class PluginFolder
{
    public static string Path { get; } = System.IO.Path.Combine(Root(AppContext.BaseDirectory), "artifacts", "plugins", "channel", "web-chat", "0.1.0");

    public static JsonElement Json(string name) => JsonElement.Parse(File.ReadAllText(System.IO.Path.Combine(Path, name)));

    private static string Root(string folder) => File.Exists(System.IO.Path.Combine(folder, "Spark.sln"))
        ? folder
        : Root(System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds Spark.sln."));
}
