using Spark.Engine.Reading.Yaml;
using Spark.Understanding.Intents;
using Spark.Understanding.Text;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>synonyms</c> and <c>stopWords</c> of <c>understanding</c>: language → groups of words, and language → words.</summary>
internal static class VocabularyReader
{
    private const string Synonyms = "synonyms";
    private const string StopWords = "stopWords";

    public static void Read(YamlMapping map, ReadingContext reading)
    {
        var seen = new Dictionary<(string Language, string Phrase), YamlScalar>();
        var synonyms = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>(StringComparer.OrdinalIgnoreCase);
        var stopWords = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (language, node) in Languages(map, Synonyms, reading))
        {
            synonyms[language] = [.. (reading.Nodes.Sequence(node, language)?.Items ?? []).Select(group => ReadGroup(group, language, seen, reading))];
        }

        foreach (var (language, node) in Languages(map, StopWords, reading))
        {
            stopWords[language] = ReadWords(node, StopWords, language, seen, reading);
        }

        foreach (var language in synonyms.Keys.Union(stopWords.Keys, StringComparer.OrdinalIgnoreCase))
        {
            reading.Draft.Vocabularies[language] = new(new WordGroups(synonyms.GetValueOrDefault(language) ?? [], stopWords.GetValueOrDefault(language) ?? []));
        }
    }

    private static IEnumerable<(string Language, YamlNode Node)> Languages(YamlMapping map, string field, ReadingContext reading)
    {
        foreach (var entry in map.Find(field) is { } found ? reading.Nodes.Mapping(found.Value, field)?.Entries ?? [] : [])
        {
            if (reading.Nodes.Language(entry.Key, field) is not { } language)
            {
                continue;
            }

            _ = UnderstandingReader.IsSpoken(language, reading);
            yield return (language.Value, entry.Value);
        }
    }

    private static List<string> ReadGroup(
        YamlNode group, string language, Dictionary<(string Language, string Phrase), YamlScalar> seen, ReadingContext reading)
    {
        var words = ReadWords(group, Synonyms, language, seen, reading);
        if (group is YamlSequence { Items.Count: 1 })
        {
            Refuse(group, "A word alone is no synonym.", "Write what means the same beside it: [laptop, notebook].", reading);
        }

        return words;
    }

    private static List<string> ReadWords(
        YamlNode list, string field, string language, Dictionary<(string Language, string Phrase), YamlScalar> seen, ReadingContext reading)
    {
        var words = new List<string>();
        foreach (var word in reading.Nodes.List(list, field, reading.Expressions.TextScalar))
        {
            var phrase = TextNormalizer.Normalize(word.Value);
            if (phrase.Length == 0 || word.Value.AsSpan().ContainsAny('{', '}'))
            {
                Refuse(word, $"'{word.Value}' is no word that somebody writes.", "Write words alone, without signs and placeholders.", reading);
            }
            else if (!seen.TryAdd((language, phrase), word))
            {
                Refuse(
                    word,
                    $"'{word.Value}' stands in line {seen[(language, phrase)].At.Line} already.",
                    "A word is in one group, or a stop word, once: join the groups, or take it out of one.",
                    reading);
            }
            else
            {
                words.Add(word.Value);
            }
        }

        return words;
    }

    private static void Refuse(YamlNode node, string message, string remedy, ReadingContext reading) =>
        reading.Findings.Error(FindingCodes.BadVocabulary, node.At, message, remedy);
}
