using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Values;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>bot.yaml</c>.</summary>
internal static class BotFileReader
{
    /// <summary>Beside the events, where each variable has a dialog of its own.</summary>
    public const string Changed = "changed";

    private const string Started = "started";
    private const double Version = 1;

    private static readonly string[] Fields = ["spark", "bot", "title", "languages", "connections", "variables", "events", "idle", "longest", "timezone", "words", "understanding"];
    private static readonly string[] ConnectionFields = ["plugin"];
    private static readonly string[] ConnectionFieldsNotYet = ["version", "offload"];

    private static readonly Dictionary<string, BotEvent> Events = new(StringComparer.Ordinal)
    {
        [Started] = BotEvent.Started,
        ["not-understood"] = BotEvent.NotUnderstood,
        ["failed"] = BotEvent.Failed,
        ["idle"] = BotEvent.Idle,
        ["agent-left"] = BotEvent.AgentLeft,
        ["ticket-changed"] = BotEvent.TicketChanged,
        ["disabled"] = BotEvent.Disabled,
        ["late-result"] = BotEvent.LateResult,
        ["too-long"] = BotEvent.TooLong,
    };

    /// <summary>The names of the events that a bot may answer.</summary>
    public static IReadOnlyCollection<string> EventNames => Events.Keys;

    public static void Read(YamlMapping file, ReadingContext reading)
    {
        var nodes = reading.Nodes;
        nodes.Allow(file, "bot.yaml", Fields);
        ReadVersion(file, reading);
        reading.Draft.Id = nodes.Require(file, "bot", "bot.yaml") is { } id ? nodes.Id(id, "bot")?.Value ?? "" : "";
        if (file.Find("title") is { } title)
        {
            nodes.Scalar(title.Value, "title", "a text");
        }

        ReadLanguages(file, reading);
        ReadConnections(file, reading);
        foreach (var entry in Entries(file, "variables", reading))
        {
            reading.Draft.Variables.Add(entry.Name, VariableReader.Read(entry.Key, entry.Value, reading));
            if (nodes.Variable(entry.Key, "variables") is null)
            {
                // It is declared all the same: that its name is none is told once, and not wherever it is used.
                nodes.Forgive(entry.Name);
                reading.Draft.Misfits.Add(entry.Name);
            }
        }

        foreach (var again in Entries(file, "variables", reading).GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).SelectMany(group => group.Skip(1)).Where(entry => Names.Variable().IsMatch(entry.Name)))
        {
            reading.Findings.Warning(
                FindingCodes.DuplicateId, again.Key.At, $"The variable '{again.Name}' differs from another one only in capitals.", "Keep one of them, or give it a name that nobody takes for the other.");
        }

        ReadEvents(file, reading);
        if (file.Find("idle") is { } idle)
        {
            reading.Draft.IdleAfter = nodes.WaitingTime(idle.Value, "idle");
        }

        if (file.Find("longest") is { } longest)
        {
            reading.Draft.Longest = nodes.WholeNumber(longest.Value, "longest", 1);
        }

        if (file.Find("timezone") is { } zone)
        {
            reading.Draft.TimeZone = ReadTimeZone(zone.Value, reading);
        }

        WordsReader.Read(Entries(file, "words", reading), reading);
        if (file.Find("understanding") is { } understanding)
        {
            UnderstandingReader.Read(understanding.Value, reading);
        }
    }

    private static string? ReadTimeZone(YamlNode node, ReadingContext reading)
    {
        if (reading.Nodes.Scalar(node, "timezone", "a time zone") is not { } zone)
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(zone.Value, out _))
        {
            return zone.Value;
        }

        reading.Findings.Error(
            FindingCodes.NotAllowed, zone.At, $"There is no time zone '{zone.Value}'.", "Write one of the IANA names, such as Europe/Brussels.");
        return null;
    }

    private static void ReadVersion(YamlMapping file, ReadingContext reading)
    {
        if (reading.Nodes.Require(file, "spark", "bot.yaml") is { } node
            && reading.Nodes.Number(node, "spark") is { } version
            && version != Version)
        {
            reading.Findings.Error(
                FindingCodes.FormatVersion,
                node.At,
                $"The bot is written in version {node} of the format, and this Spark reads version 1.",
                "Write 'spark: 1', or use a newer Spark.");
        }
    }

    private static void ReadLanguages(YamlMapping file, ReadingContext reading)
    {
        if (reading.Nodes.Require(file, "languages", "bot.yaml") is not { } node || reading.Nodes.Sequence(node, "languages") is not { } list)
        {
            return;
        }

        if (list.Items.Count == 0)
        {
            reading.Findings.Error(FindingCodes.Empty, list.At, "The bot has no language.", "Write at least one, such as [en].");
        }

        var languages = reading.Nodes.List(list, "languages", reading.Nodes.Language);
        reading.Draft.HasAllLanguages = languages.Count == list.Items.Count;
        foreach (var language in languages)
        {
            if (!LanguageTags.IsKnown(language.Value))
            {
                // What else is wrong with it follows from this.
                reading.Draft.HasAllLanguages = false;
                reading.Findings.Error(
                    FindingCodes.NotAllowed,
                    language.At,
                    $"There is no language '{language.Value}'.",
                    LanguageTags.Remedy(language.Value));
                continue;
            }

            if (LanguageTags.Usual(language.Value) is var usual && usual != language.Value)
            {
                // All else names it as it is usual.
                reading.Findings.Error(FindingCodes.NotAllowed, language.At, $"The language '{language.Value}' is written '{usual}'.", $"Write {usual}.");
            }

            if (reading.Draft.Languages.Contains(language.Value, StringComparer.OrdinalIgnoreCase))
            {
                reading.Findings.Error(
                    FindingCodes.DuplicateId, language.At, $"The language '{language.Value}' stands twice here.", "Keep one of them.");
                continue;
            }

            reading.Draft.Languages.Add(language.Value);
            reading.Draft.LanguagePlaces.Add(language.At);
        }
    }

    private static void ReadConnections(YamlMapping file, ReadingContext reading)
    {
        foreach (var entry in Entries(file, "connections", reading))
        {
            if (reading.Nodes.Id(entry.Key, "connections") is not { } name)
            {
                continue;
            }

            if (reading.Nodes.Mapping(entry.Value, name.Value) is not { } map)
            {
                // It is declared, and nothing more can be said of it.
                reading.Draft.Connections.Add(name.Value, new() { Name = name.Value, Plugin = "", At = name.At });
                continue;
            }

            reading.Nodes.Allow(map, "a connection", ConnectionFields, ConnectionFieldsNotYet);
            var plugin = reading.Nodes.Require(map, "plugin", $"The connection '{name.Value}'") is { } node
                ? reading.Nodes.Id(node, "plugin")
                : null;
            reading.Draft.Connections.Add(name.Value, new()
            {
                Name = name.Value,
                Plugin = plugin?.Value ?? "",
                Offload = plugin is not null && reading.Offers.OffloadProviders.TryGetValue(plugin.Value, out var kind) ? kind : null,
                At = name.At,
            });
            reading.Draft.PluginPlaces.Add(name.Value, plugin?.At ?? name.At);
        }
    }

    private static void ReadEvents(YamlMapping file, ReadingContext reading)
    {
        if (reading.Nodes.Require(file, "events", "bot.yaml") is not { } node || reading.Nodes.Mapping(node, "events") is not { } map)
        {
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (entry.Name == Changed)
            {
                ReadChanged(entry, reading);
                continue;
            }

            var happened = reading.Nodes.OneOf(entry.Key, "events", Events);
            if (reading.Nodes.Id(entry.Value, entry.Name) is { } dialog && happened is { } known)
            {
                reading.Draft.Events.Add(known, dialog.Value);
                reading.Draft.References.Add(new(ReferenceKind.Dialog, dialog.Value, dialog.At, Dialog: null));
            }
        }

        // Where one is misspelt, that was the one.
        if (map.Entries.All(entry => Events.ContainsKey(entry.Name) || entry.Name == Changed))
        {
            reading.Nodes.Require(map, Started, "'events'");
        }
    }

    private static void ReadChanged(YamlEntry field, ReadingContext reading)
    {
        foreach (var entry in reading.Nodes.Mapping(field.Value, Changed)?.Entries ?? [])
        {
            if (reading.Nodes.Variable(entry.Key, Changed) is { } variable && reading.Nodes.Id(entry.Value, entry.Name) is { } dialog)
            {
                reading.Draft.Changed.Add(variable.Value, dialog.Value);
                reading.Draft.References.Add(new(ReferenceKind.Variable, variable.Value, variable.At, Dialog: null));
                reading.Draft.References.Add(new(ReferenceKind.Dialog, dialog.Value, dialog.At, Dialog: null));
            }
        }
    }

    private static IReadOnlyList<YamlEntry> Entries(YamlMapping file, string field, ReadingContext reading) =>
        (file.Find(field) ?? file.Entries.FirstOrDefault(entry => !Fields.Contains(entry.Name, StringComparer.Ordinal) && NearestName.Find(entry.Name, Fields) == field)) is { Value: not YamlScalar { IsNull: true } } entry
            ? reading.Nodes.Mapping(entry.Value, field)?.Entries ?? []
            : [];
}
