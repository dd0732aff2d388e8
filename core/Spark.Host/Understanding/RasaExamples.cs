using System.Text.RegularExpressions;
using Spark.Understanding.Intents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Spark.Host.Understanding;

/// <summary>Sentences and their intents in Rasa's YAML: a list <c>nlu</c> of intents, whose <c>examples</c> are lines that begin with a dash.</summary>
internal static partial class RasaExamples
{
    /// <summary>Reads them; an annotated value becomes a placeholder of its entity's name.</summary>
    /// <exception cref="InvalidDataException">It is not that YAML; the message says what to do.</exception>
    public static IReadOnlyList<TrainingExample> Read(string text, string path)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException mistake)
        {
            throw new InvalidDataException($"{path} is not YAML: {mistake.Message}", mistake);
        }

        if (yaml.Documents is not [{ RootNode: YamlMappingNode root }, ..] || Child(root, "nlu") is not YamlSequenceNode groups)
        {
            throw new InvalidDataException($"{path} has no list 'nlu', as Rasa's training data have.");
        }

        return
        [
            .. groups.OfType<YamlMappingNode>()
                .Select(group => (Intent: Child(group, "intent") as YamlScalarNode, Examples: Child(group, "examples") as YamlScalarNode))
                .Where(group => group is { Intent.Value: not null, Examples.Value: not null })
                .SelectMany(group => Lines(group.Examples!.Value!).Select(line => new TrainingExample(WithSlots(line), group.Intent!.Value))),
        ];
    }

    public static void Write(TextWriter writer, IEnumerable<TrainingExample> examples)
    {
        writer.WriteLine("version: \"3.1\"");
        writer.WriteLine("nlu:");
        foreach (var intent in examples.GroupBy(example => example.Intent, StringComparer.Ordinal))
        {
            writer.WriteLine($"- intent: {intent.Key}");
            writer.WriteLine("  examples: |");
            foreach (var example in intent)
            {
                writer.WriteLine($"    - {example.Text.ReplaceLineEndings(" ")}");
            }
        }
    }

    private static IEnumerable<string> Lines(string block) => block
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line.StartsWith('-'))
        .Select(line => line[1..].Trim())
        .Where(line => line.Length > 0);

    private static string WithSlots(string line) => Annotation().Replace(line, found => $"{{{found.Groups["name"].Value}}}");

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    // [jo@acme.com](account) and [jo@acme.com]{"entity": "account"}
    [GeneratedRegex("""\[[^\]]*\](?:\((?<name>[\w-]+)[^)]*\)|\{[^}]*"entity"\s*:\s*"(?<name>[\w-]+)"[^}]*\})""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Annotation();
}
