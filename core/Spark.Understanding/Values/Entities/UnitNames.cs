using System.Collections.Frozen;

namespace Spark.Understanding.Values.Entities;

/// <summary>What is stored for the units that the languages' tables name each in its own words; read from <c>units.txt</c>.</summary>
internal static class UnitNames
{
    private static readonly FrozenDictionary<(string Kind, string Name), string[]> Stored = Read();

    /// <summary>The units of a kind, as they are stored.</summary>
    public static IEnumerable<string> Of(string kind) => Stored.Where(entry => entry.Key.Kind == kind).SelectMany(entry => entry.Value).Distinct(StringComparer.Ordinal);

    /// <summary>What a name may mean, the likeliest first; empty for a name that is not listed.</summary>
    public static IReadOnlyList<string> Find(string kind, string name) => Stored.GetValueOrDefault((kind, name), []);

    private static FrozenDictionary<(string Kind, string Name), string[]> Read()
    {
        using Stream stream = typeof(UnitNames).Assembly.GetManifestResourceStream("values.units")
            ?? throw new InvalidOperationException("The table of units is not in the assembly.");
        using var reader = new StreamReader(stream);
        var stored = new Dictionary<(string Kind, string Name), string[]>();
        foreach (string line in reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] != '#'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string[] words = line[..colon].Split(' ');
            foreach (string name in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries))
            {
                stored.Add((words[0], name), words[1..]);
            }
        }

        return stored.ToFrozenDictionary();
    }
}
