using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Spark.Plugins.Environments;

/// <summary>
/// Reads YAML into nodes that know their place. One document, no anchors (a file can grow without bound by them), no tags, no key
/// twice.
/// </summary>
internal sealed class SettingParser
{
    private const int Deepest = 32;

    private readonly string file;
    private readonly Parser events;
    private readonly List<Finding> findings;

    private SettingParser(string file, string text, List<Finding> findings)
    {
        this.file = file;
        this.findings = findings;
        events = new Parser(new StringReader(text));
    }

    /// <summary>The root; null when the text is no YAML.</summary>
    public static SettingNode? Parse(string file, string text, List<Finding> findings)
    {
        var parser = new SettingParser(file, text, findings);
        try
        {
            return parser.Document();
        }
        catch (YamlException exception)
        {
            findings.Add(Problem.At(
                EnvironmentCodes.Syntax,
                parser.Fault(text, exception),
                $"The file is not valid YAML here: {exception.Message.TrimEnd('.')}.",
                "Mend the syntax: spaces (no tabs) for depth, a space after each colon, quotes around texts with ': ' or ' #' in them."));
            return null;
        }
    }

    /// <summary>A tab is reported where the text before it begins; the operator wants the tab.</summary>
    private SourceLocation Fault(string text, YamlException exception)
    {
        var lines = text.Split('\n');
        for (var index = Math.Max(0, (int)exception.Start.Line - 1); index < lines.Length && index < exception.End.Line + 1; index++)
        {
            var indent = lines[index].AsSpan()[..^lines[index].AsSpan().TrimStart().Length];
            if (indent.IndexOf('\t') is var tab and >= 0)
            {
                return new SourceLocation(file, index + 1, tab + 1);
            }
        }

        return Place(exception.Start);
    }

    private SettingNode Document()
    {
        events.Consume<StreamStart>();
        if (events.Accept<StreamEnd>(out _))
        {
            return SettingNode.EmptyMapping;
        }

        events.Consume<DocumentStart>();
        var root = Node(0);
        events.Consume<DocumentEnd>();
        if (events.Accept<DocumentStart>(out var second))
        {
            Refuse(second, "The file holds a second document.", "Remove '---' and what follows it.");
        }

        return root;
    }

    private SettingNode Node(int depth)
    {
        if (depth > Deepest)
        {
            throw new YamlException(events.Current!.Start, events.Current.End, "it is nested too deeply");
        }

        if (events.TryConsume<AnchorAlias>(out var alias))
        {
            Refuse(alias, $"The file refers to the anchor '{alias.Value}'.", "Write the value itself: anchors are not read.");
            return new() { Kind = SettingKind.Scalar, At = Place(alias.Start) };
        }

        if (events.Current is NodeEvent node && (!node.Anchor.IsEmpty || (!node.Tag.IsEmpty && node.Tag.Value != "!")))
        {
            Refuse(node, "The file uses an anchor or a tag.", "Remove it: what a value is, its key tells.");
        }

        if (events.TryConsume<Scalar>(out var scalar))
        {
            return new()
            {
                Kind = SettingKind.Scalar,
                At = Place(scalar.Start),
                Text = scalar.Value,
                IsPlain = scalar.Style == ScalarStyle.Plain,
            };
        }

        return events.TryConsume<SequenceStart>(out var list) ? Sequence(list, depth) : Mapping(events.Consume<MappingStart>(), depth);
    }

    private SettingNode Sequence(SequenceStart start, int depth)
    {
        var items = new List<SettingNode>();
        while (!events.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new() { Kind = SettingKind.Sequence, At = Place(start.Start), Items = items };
    }

    private SettingNode Mapping(MappingStart start, int depth)
    {
        var fields = new List<SettingField>();
        while (!events.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            var field = new SettingField(key.Text, key.At, value);
            if (key.Kind != SettingKind.Scalar)
            {
                findings.Add(Problem.At(EnvironmentCodes.Syntax, key.At, "A key must be a text.", "Write one word before the colon."));
            }
            else if (fields.Find(other => string.Equals(other.Key, key.Text, StringComparison.Ordinal)) is { } first)
            {
                findings.Add(Problem.At(
                    EnvironmentCodes.DuplicateKey,
                    key.At,
                    $"The key '{key.Text}' stands here a second time; the first is on line {first.At.Line}.",
                    "Keep one of them, or rename one."));
            }
            else
            {
                fields.Add(field);
            }
        }

        return new() { Kind = SettingKind.Mapping, At = Place(start.Start), Fields = fields };
    }

    private void Refuse(ParsingEvent at, string message, string remedy) =>
        findings.Add(Problem.At(EnvironmentCodes.Syntax, Place(at.Start), message, remedy));

    private SourceLocation Place(Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
