using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Spark.Tests;

namespace Spark.Architecture.Tests;

/// <summary>References point down only: architecture, §2.</summary>
public sealed class ReferenceRulesTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Spark.Abstractions"] = [],
        ["Spark.Expressions"] = [],
        ["Spark.Understanding"] = [],
        ["Spark.Testing"] = ["Spark.Abstractions", "Spark.Engine", "Spark.Expressions", "Spark.Runtime", "Spark.Understanding"],
        ["Spark.Engine"] = ["Spark.Abstractions", "Spark.Expressions", "Spark.Understanding"],
        ["Spark.Runtime"] = ["Spark.Abstractions", "Spark.Engine", "Spark.Expressions", "Spark.Understanding"],
        ["Spark.Storage"] = ["Spark.Abstractions", "Spark.Engine", "Spark.Expressions", "Spark.Runtime"],
        ["Spark.Plugins"] = ["Spark.Abstractions", "Spark.Engine", "Spark.Expressions", "Spark.Runtime"],
        ["Spark.Cockpit"] = ["Spark.Abstractions", "Spark.Engine", "Spark.Plugins", "Spark.Runtime"],
        ["spark"] =
        [
            "Spark.Abstractions", "Spark.Cockpit", "Spark.Engine", "Spark.Expressions", "Spark.Plugins", "Spark.Runtime", "Spark.Storage",
            "Spark.Understanding",
            "Spark.Testing",
        ],
    };

    public static TheoryData<string> Core => [.. Allowed.Keys];

    public static TheoryData<string> Plugins => [.. Directory
        .EnumerateFiles(Repository.Path("artifacts", "plugins"), "Spark.*.dll", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Core))]
    public void A_core_assembly_refers_only_downwards(string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        OurReferences(path).Except(Allowed[assembly], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void A_plugin_refers_to_the_abstractions_alone(string plugin)
    {
        OurReferences(Repository.Path(plugin)).ShouldBe(["Spark.Abstractions"]);
        Directory.EnumerateFiles(Path.GetDirectoryName(Repository.Path(plugin))!, "Spark.Abstractions.dll").ShouldBeEmpty();
    }

    [Fact]
    public void All_of_our_plugins_were_built_although_nothing_refers_to_them() => Plugins
        .Select(row => row.Data)
        .ShouldContain(path => path.EndsWith("Spark.Channels.WebChat.dll", StringComparison.Ordinal));

    private static List<string> OurReferences(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => name.StartsWith("Spark.", StringComparison.Ordinal) || string.Equals(name, "spark", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }
}
