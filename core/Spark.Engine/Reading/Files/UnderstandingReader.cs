using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>understanding</c> of <c>bot.yaml</c>.</summary>
internal static class UnderstandingReader
{
    private static readonly string[] Fields = ["threshold", "provider", "within", "synonyms", "stopWords"];

    public static void Read(YamlNode node, ReadingContext reading)
    {
        var nodes = reading.Nodes;
        if (nodes.Mapping(node, "understanding") is not { } map)
        {
            return;
        }

        nodes.Allow(map, "'understanding'", Fields);
        ReadProvider(map, reading);
        ReadThreshold(map, reading);
        VocabularyReader.Read(map, reading);
    }

    // One threshold for all languages, or a mapping of them.
    private static void ReadThreshold(YamlMapping map, ReadingContext reading)
    {
        var nodes = reading.Nodes;
        switch (map.Find("threshold")?.Value)
        {
            case YamlMapping languages:
                foreach (var language in languages.Entries)
                {
                    if (nodes.Language(language.Key, "threshold") is { } tag && IsSpoken(tag, reading) && nodes.Share(language.Value, tag.Value) is { } least)
                    {
                        reading.Draft.Thresholds[tag.Value] = least;
                    }
                }

                break;
            case { } node when nodes.Share(node, "threshold") is { } least:
                reading.Draft.Thresholds[""] = least;
                break;
        }
    }

    /// <summary>True when the bot speaks a language; when it does not, that is a finding.</summary>
    public static bool IsSpoken(YamlScalar tag, ReadingContext reading)
    {
        var languages = reading.Draft.Languages;
        if (!reading.Draft.HasAllLanguages || languages.Count == 0 || languages.Contains(tag.Value, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        reading.Findings.Error(
            FindingCodes.UnknownLanguage, tag.At, $"The bot does not speak '{tag.Value}'.", NearestName.Suggest(tag.Value, languages, "Add it to 'languages', or take it out here."));
        return false;
    }

    private static void ReadProvider(YamlMapping map, ReadingContext reading)
    {
        var nodes = reading.Nodes;
        var within = map.Find("within") is { } limit ? nodes.Duration(limit.Value, "within") : null;
        if (within > UnderstandingDefinition.MostWithin || within <= TimeSpan.Zero)
        {
            reading.Findings.Error(
                FindingCodes.BadNumber,
                map.Find("within")!.Value.At,
                $"'within' is not between 1 ms and {UnderstandingDefinition.MostWithin.TotalSeconds:0} s.",
                "Give the provider a time that a person likes to wait, such as 2s; then the bot's own classifier decides.");
            within = null;
        }

        if (map.Find("provider") is { } provider && nodes.Id(provider.Value, "provider") is { } connection)
        {
            reading.Draft.Understanding = new(connection.Value, within ?? UnderstandingDefinition.DefaultWithin);
            reading.Draft.UnderstandingAt = connection.At;
            reading.Draft.References.Add(new(ReferenceKind.Connection, connection.Value, connection.At, Dialog: null));
        }
    }
}
