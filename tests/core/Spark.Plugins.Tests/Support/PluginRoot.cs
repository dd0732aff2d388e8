using System.Text;
using System.Text.Json.Nodes;

namespace Spark.Plugins.Tests.Support;

/// <summary>A folder of plugins, laid out as an operator has it; removed at the end.</summary>
internal sealed class PluginRoot : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-plugins-");

    public string Path => folder.FullName;

    /// <summary>The folder that plugin projects are built to, beside that of the tests.</summary>
    private static string Built(string assembly)
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
        return System.IO.Path.Combine(mine.Parent!.Parent!.FullName, assembly, mine.Name);
    }

    /// <summary>Installs a plugin under test.</summary>
    /// <returns>The folder of its version.</returns>
    public string Install(
        string assembly, string? id = null, string version = "1.0.0", string kind = "channel", Action<JsonObject>? change = null, string? root = null)
    {
        id ??= assembly.ToLowerInvariant();
        var target = System.IO.Path.Combine(root ?? Path, kind, id, version);
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(Built($"Spark.UnderTest.{assembly}")))
        {
            File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)));
        }

        var manifest = Manifest(id, version, $"Spark.UnderTest.{assembly}.dll");
        change?.Invoke(manifest);
        File.WriteAllText(System.IO.Path.Combine(target, "plugin.json"), manifest.ToJsonString());
        return target;
    }

    /// <summary>Writes a folder that holds a manifest and an empty assembly.</summary>
    public string Write(string kind, string id, string version, string? manifest, string? assembly = "a.dll")
    {
        var target = System.IO.Path.Combine(Path, kind, id, version);
        Directory.CreateDirectory(target);
        if (manifest is not null)
        {
            File.WriteAllText(System.IO.Path.Combine(target, "plugin.json"), manifest, Encoding.UTF8);
        }

        if (assembly is not null)
        {
            File.WriteAllBytes(System.IO.Path.Combine(target, assembly), []);
        }

        return target;
    }

    public static JsonObject Manifest(string id, string version, string assembly) => new()
    {
        ["id"] = id,
        ["name"] = $"The plugin {id}",
        ["version"] = version,
        ["kinds"] = new JsonArray("channel", "offload-provider", "action"),
        ["assembly"] = assembly,
        ["contracts"] = "1.0",
        ["owner"] = "The tests",
    };

    public void Dispose() => folder.Delete(recursive: true);
}
