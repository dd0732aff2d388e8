using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>carousel</c> and <c>list</c>.</summary>
internal static class ItemsReader
{
    private static readonly string[] Fields = ["title", "subtitle", "image", "link", "buttons"];

    public static List<ItemDefinition> Read(StepContext step, YamlEntry field)
    {
        var found = new List<ItemDefinition>();
        var map = step.Reading.Nodes.Mapping(field.Value, field.Name);
        if (map is { Entries.Count: 0 })
        {
            step.Reading.Findings.Error(FindingCodes.Empty, map.At, $"'{field.Name}' has no items.", "Write at least one, with an id and a title.");
        }

        foreach (var entry in map?.Entries ?? [])
        {
            if (step.Reading.Nodes.Id(entry.Key, field.Name) is { } id && step.Reading.Nodes.Mapping(entry.Value, id.Value) is { } item)
            {
                found.Add(ReadItem(step, id.Value, item));
            }
        }

        return found;
    }

    private static ItemDefinition ReadItem(StepContext step, string id, YamlMapping map)
    {
        var expressions = step.Reading.Expressions;
        step.Reading.Nodes.Allow(map, "an item", Fields);
        return new()
        {
            Id = id,
            Title = step.Reading.Nodes.Require(map, "title", $"The item '{id}'") is { } title
                ? expressions.Text(title, "title", step.Key(id), step.Scope)
                : new Text(step.Key(id), Spark.Expressions.TextTemplate.Parse(""), map.At),
            Subtitle = map.Find("subtitle") is { } subtitle ? expressions.Text(subtitle.Value, "subtitle", step.Key($"{id}.subtitle"), step.Scope) : null,
            Image = map.Find("image") is { } image ? expressions.Template(image.Value, "image", step.Scope) : null,
            Link = map.Find("link") is { } link ? expressions.Template(link.Value, "link", step.Scope) : null,
            Buttons = map.Find("buttons") is { } buttons ? ButtonsReader.Read(step, buttons, id) : [],
        };
    }
}
