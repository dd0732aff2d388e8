using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>intents.yaml</c> and <c>intents/NAME.yaml</c>.</summary>
internal static class IntentsFileReader
{
    /// <summary>Reads a file of all intents: name → language → examples.</summary>
    public static void Read(YamlMapping file, ReadingContext reading)
    {
        foreach (var entry in file.Entries)
        {
            if (IsTurnedRound(entry, reading))
            {
                var intent = ((YamlMapping)entry.Value).Entries[0].Name;
                reading.Findings.Error(
                    FindingCodes.WrongKind,
                    entry.Key.At,
                    $"'{entry.Name}' is a language, and here stand the names of intents.",
                    $"Write the intent outside and the language inside: {intent}: {{ {entry.Name}: [ … ] }}.");
                reading.Draft.HasAllIntents = reading.Draft.IsWhole = false;
                continue;
            }

            if (reading.Nodes.Id(entry.Key, "intents") is { } name)
            {
                ReadIntent(name.Value, name.At, entry.Value, reading);
            }
            else
            {
                reading.Draft.HasAllIntents = false;
            }
        }
    }

    /// <summary>Reads a file of one intent: language → examples.</summary>
    public static void ReadOne(YamlMapping file, string name, ReadingContext reading) => ReadIntent(name, file.At, file, reading);

    private static bool IsTurnedRound(YamlEntry entry, ReadingContext reading) =>
        reading.Draft.Languages.Contains(entry.Name, StringComparer.Ordinal)
        && entry.Value is YamlMapping { Entries.Count: > 0 } inner
        && !inner.Entries.Any(language => reading.Draft.Languages.Contains(language.Name, StringComparer.Ordinal));

    private static void ReadIntent(string name, Definitions.SourceLocation at, YamlNode node, ReadingContext reading)
    {
        if (reading.Draft.Intents.Exists(intent => intent.Name == name))
        {
            reading.Findings.Error(
                FindingCodes.DuplicateId, at, $"The intent '{name}' is in another file too.", "Move all its examples into one of the files.");
            return;
        }

        var languages = new List<IntentLanguageDraft>();
        foreach (var entry in reading.Nodes.Mapping(node, name)?.Entries ?? [])
        {
            if (reading.Nodes.Language(entry.Key, name) is { } language)
            {
                languages.Add(new(language.Value, language.At, reading.Nodes.List(entry.Value, language.Value, reading.Expressions.TextScalar)));
            }
        }

        reading.Draft.Intents.Add(new(name, at, languages));
    }
}
