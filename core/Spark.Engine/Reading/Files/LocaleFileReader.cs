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
            texts.Add(new(entry.Key.At, reading.Expressions.Translation(entry.Value, entry.Name)));
        }

        reading.Draft.Locales.Add(new(language, new(path, 1, 1), texts));
    }
}
