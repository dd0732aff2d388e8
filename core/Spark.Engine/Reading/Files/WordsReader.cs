using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;
using Spark.Understanding.Text;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>words</c>: what stops, explains or begins anew wherever the conversation stands.</summary>
internal static class WordsReader
{
    private const string Goto = "goto";

    private static readonly Dictionary<string, GlobalWordKind> Kinds = new(StringComparer.Ordinal)
    {
        ["stop"] = GlobalWordKind.Stop,
        ["help"] = GlobalWordKind.Help,
        ["start-over"] = GlobalWordKind.StartOver,
    };

    /// <summary>The names of what can be said anywhere.</summary>
    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    public static void Read(IReadOnlyList<YamlEntry> entries, ReadingContext reading)
    {
        foreach (var entry in entries)
        {
            if (reading.Nodes.OneOf(entry.Key, "words", Kinds) is { } kind)
            {
                reading.Draft.Words.Add(new(ReadWord(kind, entry, reading), entry.Key.At));
            }
        }
    }

    // A dialog alone, or the dialog together with words of the bot's own.
    private static GlobalWord ReadWord(GlobalWordKind kind, YamlEntry entry, ReadingContext reading)
    {
        if (entry.Value is YamlSequence list)
        {
            reading.Nodes.RefuseKind(list, entry.Name, "a dialog, or words by language");
            return new() { Kind = kind, Dialog = null };
        }

        if (entry.Value is not YamlMapping map)
        {
            return new() { Kind = kind, Dialog = Refer(reading.Nodes.Id(entry.Value, entry.Name), reading) };
        }

        var words = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var language in map.Entries.Where(field => field.Name != Goto))
        {
            if (reading.Nodes.Language(language.Key, entry.Name) is { } tag)
            {
                RequireSpoken(tag, reading);
                words[tag.Value] = reading.Nodes.List(language.Value, tag.Value, reading.Expressions.TextScalar)
                    .Select(word => TextNormalizer.Normalize(word.Value))
                    .ToHashSet(StringComparer.Ordinal);
            }
        }

        return new()
        {
            Kind = kind,
            Dialog = map.Find(Goto) is { } go ? Refer(reading.Nodes.Id(go.Value, Goto), reading) : null,
            Words = words,
        };
    }

    private static string? Refer(YamlScalar? dialog, ReadingContext reading)
    {
        if (dialog is not null)
        {
            reading.Draft.References.Add(new(ReferenceKind.Dialog, dialog.Value, dialog.At, Dialog: null));
        }

        return dialog?.Value;
    }

    private static void RequireSpoken(YamlScalar language, ReadingContext reading)
    {
        var languages = reading.Draft.Languages;
        if (languages.Count > 0 && !languages.Contains(language.Value, StringComparer.OrdinalIgnoreCase))
        {
            reading.Findings.Error(
                FindingCodes.UnknownLanguage,
                language.At,
                $"The bot does not speak '{language.Value}'.",
                NearestName.Suggest(language.Value, languages, "Add it to 'languages' in bot.yaml, or take the words out."));
        }
    }
}
