using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads buttons.</summary>
internal static class ButtonsReader
{
    private static readonly string[] Fields = ["title", "goto", "link", "set"];
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    /// <summary>Reads the buttons of a message, or of one of its items.</summary>
    public static List<Button> Read(StepContext step, YamlEntry field, string? item)
    {
        var found = new List<Button>();
        foreach (var entry in step.Reading.Nodes.FilledMapping(field.Value, field.Name)?.Entries ?? [])
        {
            if (step.Reading.Nodes.Id(entry.Key, field.Name) is { } id && step.Reading.Nodes.Mapping(entry.Value, id.Value) is { } map)
            {
                found.Add(ReadButton(step, item is null ? id.Value : $"{item}.{id.Value}", map, mayLink: field.Name != "replies"));
            }
        }

        Labels.RequireDifferent(found.Select(button => button.Title), step.Reading);
        return found;
    }

    private static Button ReadButton(StepContext step, string id, YamlMapping map, bool mayLink)
    {
        var reading = step.Reading;
        reading.Nodes.Allow(map, "a button", Fields);
        var (go, link, set) = (map.Find("goto"), map.Find("link"), map.Find("set"));
        Refuse(step, id, map, mayLink);
        return new()
        {
            Id = id,
            Title = reading.Nodes.Require(map, "title", $"The button '{id}'") is { } title
                ? reading.Expressions.Text(title, "title", step.Key(id), step.Scope)
                : new Text(step.Key(id), TextTemplate.Parse(""), map.At),
            Goto = go is null ? null : step.Block.Refer(ReferenceKind.Dialog, reading.Nodes.Id(go.Value, "goto")),
            Set = set is null ? [] : SetReader.ReadAssignments(step, set.Value),
            Link = link is null ? null : ReadLink(step, link.Value),
        };
    }

    private static void Refuse(StepContext step, string id, YamlMapping map, bool mayLink)
    {
        var (go, link, set) = (map.Find("goto"), map.Find("link"), map.Find("set"));
        var (at, message, remedy) = (go, link, set) switch
        {
            (null, null, null) => (map.At, $"The button '{id}' does nothing.", "Give it 'goto' with a dialog, 'link' with an address, or 'set' with variables."),
            ({ }, { } both, _) => (both.Key.At, $"The button '{id}' has both 'goto' and 'link'.", "Give it either 'goto' with a dialog or 'link' with an address."),
            (_, { }, { } assigns) => (assigns.Key.At, "A link leaves the conversation, so that it can set nothing.", "Leave 'set' out, or make it a button with 'goto'."),
            (_, { } leaves, _) when !mayLink => (leaves.Key.At, "A reply answers the bot and cannot leave the conversation.", "Put links under 'buttons'."),
            _ => default,
        };
        if (message is not null)
        {
            step.Reading.Findings.Error(FindingCodes.FieldsDoNotFit, at, message, remedy);
        }
    }

    private static TextTemplate ReadLink(StepContext step, YamlNode node)
    {
        var reading = step.Reading;
        var link = reading.Expressions.Template(node, "link", step.Scope);
        if (link is { IsLiteral: true, Text.Length: > 0 } && !Schemes.Any(scheme => link.Text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
        {
            reading.Findings.Error(
                FindingCodes.BadLink, node.At, $"'{link.Text}' is no address that a channel can open.", $"Begin it with {string.Join(", ", Schemes)}.");
        }

        return link;
    }
}
