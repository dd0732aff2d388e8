using System.Text.Json;

namespace Spark.Expressions.Tests.Suite;

/// <summary>The official suite, read where it lies.</summary>
internal static class SuiteFolder
{
    private static readonly Dictionary<string, Value> Datasets = new(StringComparer.Ordinal);

    public static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("SPARK_TEST_DATA");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null && named is null; folder = folder.Parent)
        {
            named = File.Exists(Path.Combine(folder.FullName, "Spark.sln")) ? Path.Combine(folder.FullName, "..", "shared", "data") : null;
        }

        var suite = named is null ? null : Path.Combine(named, "jsonata");
        return Directory.Exists(suite) ? Path.GetFullPath(suite) : null;
    }

    public static IEnumerable<SuiteCase> Read(string suite)
    {
        foreach (var group in Directory.GetDirectories(Path.Combine(suite, "groups")).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.GetFiles(group, "*.json").Order(StringComparer.Ordinal))
            {
                var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
                var name = $"{Path.GetFileName(group)}/{Path.GetFileNameWithoutExtension(file)}";
                if (root.ValueKind != JsonValueKind.Array)
                {
                    yield return ReadCase(suite, group, name, root);
                    continue;
                }

                var index = 0;
                foreach (var item in root.EnumerateArray())
                {
                    yield return ReadCase(suite, group, $"{name}#{index++}", item);
                }
            }
        }
    }

    private static SuiteCase ReadCase(string suite, string group, string name, JsonElement definition)
    {
        var text = definition.TryGetProperty("expr-file", out var file)
            ? Value.From(File.ReadAllText(Path.Combine(group, file.GetString()!)))
            : Value.From(definition)["expr"];
        if (definition.TryGetProperty("data", out var data))
        {
            return new SuiteCase(name, text.AsString(), Value.From(data), true, definition);
        }

        return definition.TryGetProperty("dataset", out var dataset) && dataset.ValueKind == JsonValueKind.String
            ? new SuiteCase(name, text.AsString(), ReadDataset(suite, dataset.GetString()!), true, definition)
            : new SuiteCase(name, text.AsString(), Value.Undefined, false, definition);
    }

    private static Value ReadDataset(string suite, string name)
    {
        if (!Datasets.TryGetValue(name, out var value))
        {
            value = Value.From(JsonDocument.Parse(File.ReadAllText(Path.Combine(suite, "datasets", name + ".json"))).RootElement);
            Datasets.Add(name, value);
        }

        return value;
    }
}
