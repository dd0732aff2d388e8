using Spark.Engine.Definitions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Spark.Engine.Reading.Yaml;

/// <summary>Builds a file's tree from the parser's events, and refuses what the profile does not have.</summary>
internal sealed class YamlTreeReader(SourceText source, FindingBag findings)
{
    private const int DeepestNode = 40;

    private readonly Parser parser = new(new Scanner(new StringReader(source.Text), skipComments: true));

    /// <summary>Reads the file's only document; null when it is empty, or too deep.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public YamlNode? Read()
    {
        YamlNode? root = null;
        var documents = 0;
        while (MoveNext())
        {
            switch (parser.Current)
            {
                case DocumentStart start:
                    if (++documents > 1 || IsDirective(start))
                    {
                        RefuseDocument(start);
                    }

                    if (documents > 1)
                    {
                        return root;
                    }

                    break;
                case NodeEvent or AnchorAlias:
                    root = ReadNode(1);
                    if (root is null)
                    {
                        return null;
                    }

                    break;
                default:
                    break;
            }
        }

        return root;
    }

    private bool IsDirective(DocumentStart start) =>
        !start.IsImplicit && start.Start.Index < source.Text.Length && source.Text[(int)start.Start.Index] == '%';

    // The parser answers some texts that are not YAML with an exception about itself.
    private bool MoveNext()
    {
        var before = parser.Current?.End ?? Mark.Empty;
        try
        {
            return parser.MoveNext();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            throw new YamlException(before, before, "What stands behind this place cannot be read", exception);
        }
    }

    private YamlNode? ReadNode(int depth)
    {
        var happened = parser.Current!;
        if (depth > DeepestNode)
        {
            findings.Error(
                FindingCodes.NestedTooDeeply,
                Locate(happened.Start),
                $"This is nested deeper than {DeepestNode} levels.",
                "Move inner steps into a dialog of their own.");
            return null;
        }

        if (happened is AnchorAlias)
        {
            RefuseReference(happened, '*', "an alias");
            return Nothing(happened);
        }

        if (happened is NodeEvent node)
        {
            RefuseProperties(node);
        }

        return happened switch
        {
            Scalar scalar => ToScalar(scalar),
            SequenceStart start => ReadSequence(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => Nothing(happened),
        };
    }

    private YamlSequence? ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (MoveNext() && parser.Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new(Locate(start.Start), items) { Flow = start.Style == SequenceStyle.Flow ? QuotingTrap.UpToClosing(RestOfLine(start.Start)) : null };
    }

    private YamlMapping? ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (MoveNext() && parser.Current is not MappingEnd)
        {
            if (ReadNode(depth + 1) is not { } key)
            {
                return null;
            }

            if (!MoveNext() || ReadNode(depth + 1) is not { } value)
            {
                return null;
            }

            if (KeyIsGood(key, names))
            {
                entries.Add(new((YamlScalar)key, value));
            }
        }

        // The parser gives a pair without braces inside a list, as in [a: b], the file's first character.
        var hasBrace = start.Style == MappingStyle.Flow && source.Text[(int)start.Start.Index] == '{';
        var at = entries.Count > 0 && !hasBrace ? entries[0].Key.At : Locate(start.Start);
        return new(at, entries) { Flow = hasBrace ? QuotingTrap.UpToClosing(RestOfLine(start.Start)) : null };
    }

    private bool KeyIsGood(YamlNode key, HashSet<string> names)
    {
        if (key is not YamlScalar { IsNull: false } name)
        {
            findings.Error(
                FindingCodes.KeyIsNoText,
                key.At,
                $"A key is a word, and here stands {key.Kind}.",
                "Write a key before the colon. A value that begins with { or [ needs quotes.");
            return false;
        }

        if (name is { IsPlain: true, Value: "<<" })
        {
            findings.Error(
                FindingCodes.MergeKey, name.At, "Merge keys (<<) are not part of the format.", "Write the fields out.");
            return false;
        }

        if (!names.Add(name.Value))
        {
            findings.Error(
                FindingCodes.DuplicateKey,
                name.At,
                $"The key '{name.Value}' stands twice here.",
                "Keep one of them, or give the other its own name.");
            return false;
        }

        if (name.IsPlain && IsYesOrNo(name.Value))
        {
            findings.Error(
                FindingCodes.KeyNeedsQuotes,
                name.At,
                $"Older YAML tools read the key {name.Value} as a truth value.",
                $"Put it in quotes: \"{name.Value}\".");
        }

        return true;
    }

    private static bool IsYesOrNo(string word) => word.ToUpperInvariant() is
        "Y" or "N" or "YES" or "NO" or "ON" or "OFF" or "TRUE" or "FALSE";

    private YamlScalar ToScalar(Scalar scalar)
    {
        var end = (int)scalar.End.Index;
        return new(Locate(scalar.Start), scalar.Value, scalar.Style, source, (int)scalar.Start.Index, end)
        {
            SwallowedComment = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty ? FindComment(end) : null,
        };
    }

    private string? FindComment(int end)
    {
        var text = source.Text;
        var i = end;
        while (i < text.Length && text[i] is ' ' or '\t')
        {
            i++;
        }

        if (i >= text.Length || text[i] != '#')
        {
            return null;
        }

        var lineEnd = text.AsSpan(i).IndexOfAny('\r', '\n');
        return lineEnd < 0 ? text[i..] : text.Substring(i, lineEnd);
    }

    private void RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            RefuseReference(node, '&', "an anchor");
        }
        else if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            RefuseTag(node);
        }
        else if (node.Tag is { IsEmpty: false, IsNonSpecific: true } && source.Text[(int)node.Start.Index] == '!')
        {
            RefuseTag(node);
        }
    }

    private void RefuseTag(NodeEvent node) => findings.Error(
        FindingCodes.Tag,
        Locate(node.Start),
        "YAML reads a word that begins with ! as a tag, and its text is lost.",
        $"Quote the value: {Quoted(node)}");

    private void RefuseReference(ParsingEvent happened, char sign, string name) => findings.Error(
        FindingCodes.AnchorOrAlias,
        Locate(happened.Start),
        $"YAML reads a value that begins with {sign} as {name}, which the format does not have.",
        $"Quote the value if it is a text: {Quoted(happened)}");

    private void RefuseDocument(DocumentStart start) => findings.Error(
        FindingCodes.SeveralDocuments,
        Locate(start.Start),
        "A file holds one document, without directives.",
        "Delete this line, or move what follows into a file of its own.");

    private string Quoted(ParsingEvent happened) => QuotingTrap.Quote(RestOfLine(happened.Start));

    private string RestOfLine(Mark mark)
    {
        var at = source.Locate((int)mark.Index);
        return source.Line(at.Line)[(at.Column - 1)..].TrimEnd();
    }

    private YamlScalar Nothing(ParsingEvent happened) =>
        new(Locate(happened.Start), "", ScalarStyle.Plain, source, (int)happened.Start.Index, (int)happened.End.Index);

    private SourceLocation Locate(Mark mark) => new(source.File, (int)mark.Line, (int)mark.Column);
}
