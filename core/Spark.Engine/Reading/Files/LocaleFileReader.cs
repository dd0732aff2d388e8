using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>locales/LANGUAGE.yaml</c>: text key → text.</summary>
internal static class LocaleFileReader
{
    public static void Read(YamlMapping file, string language, string path, ReadingContext reading)
    {
        var texts = new List<KeyValuePair<SourceLocation, Text>>();
        foreach (var entry in file.Entries)
        {
            if (entry.Value is not YamlScalar && Further(entry) is { } remedy)
            {
                reading.Findings.Error(FindingCodes.WrongKind, entry.Value.At, $"'{entry.Name}' expects a text, and here stands {entry.Value.Kind}.", remedy);
                continue;
            }

            texts.Add(new(entry.Key.At, reading.Expressions.Translation(entry.Value, entry.Name)));
        }

        reading.Draft.Locales.Add(new(language, new(path, 1, 1), texts));
    }

    // Keys are flat; a text in braces or brackets that needed quotes is spoken of elsewhere.
    private static string? Further(YamlEntry entry) => entry.Value switch
    {
        YamlMapping { Flow: null, Entries: [var first, ..] } => $"Write the keys whole, a line each: {entry.Name}.{first.Name}: …",
        YamlSequence { Items.Count: > 1 } => $"Further wordings have keys of their own: {entry.Name}.2: …",
        _ => null,
    };
}
