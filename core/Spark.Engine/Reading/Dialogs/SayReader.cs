using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>say</c>.</summary>
internal sealed class SayReader : IStepReader
{
    private static readonly string[] ButtonFields = ["title", "goto", "link", "set"];

    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    public string Verb => "say";

    public IReadOnlyList<string> Companions { get; } = ["buttons", "goto", "end", "reason"];

    public bool NeedsId => true;

    public Step Read(StepContext step)
    {
        if (step.Map.Find("reason") is { } reason && !step.Map.Has("end"))
        {
            step.Reading.Findings.Error(
                FindingCodes.FieldsDoNotFit, reason.Key.At, "'reason' needs 'end'.", "Add 'end:', or leave 'reason' out.");
        }

        return new SayStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Text = step.Reading.Expressions.Text(step.Verb.Value, Verb, step.Key()),
            Buttons = step.Map.Find("buttons") is { } buttons ? ReadButtons(step, buttons.Value) : [],
        };
    }

    private static List<Button> ReadButtons(StepContext step, YamlNode node)
    {
        var found = new List<Button>();
        foreach (var entry in step.Reading.Nodes.Mapping(node, "buttons")?.Entries ?? [])
        {
            if (step.Reading.Nodes.Id(entry.Key, "buttons") is { } id && step.Reading.Nodes.Mapping(entry.Value, id.Value) is { } map)
            {
                found.Add(ReadButton(step, id.Value, map));
            }
        }

        Labels.RequireDifferent(found.Select(button => button.Title), step.Reading);
        return found;
    }

    private static Button ReadButton(StepContext step, string id, YamlMapping map)
    {
        var reading = step.Reading;
        reading.Nodes.Allow(map, "a button", ButtonFields);
        var (go, link) = (map.Find("goto"), map.Find("link"));
        if (go is null == link is null)
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                go is null ? map.At : link!.Key.At,
                go is null ? $"The button '{id}' leads nowhere." : $"The button '{id}' has both 'goto' and 'link'.",
                "Give it either 'goto' with a dialog or 'link' with an address.");
        }

        if (link is not null && map.Find("set") is { } set)
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                set.Key.At,
                "A link leaves the conversation, so that it can set nothing.",
                "Leave 'set' out, or make it a button with 'goto'.");
        }

        return new()
        {
            Id = id,
            Title = reading.Nodes.Require(map, "title", $"The button '{id}'") is { } title
                ? reading.Expressions.Text(title, "title", step.Key(id))
                : new Text(step.Key(id), TextTemplate.Parse(""), map.At),
            Goto = go is null ? null : step.Block.Refer(ReferenceKind.Dialog, reading.Nodes.Id(go.Value, "goto")),
            Set = map.Find("set") is { } assignments ? SetReader.ReadAssignments(step, assignments.Value) : [],
            Link = link is null ? null : ReadLink(link.Value, reading),
        };
    }

    private static TextTemplate ReadLink(YamlNode node, ReadingContext reading)
    {
        var link = reading.Expressions.Template(node, "link", ExpressionScope.Dialog);
        if (link is { IsLiteral: true, Text.Length: > 0 } && !Schemes.Any(scheme => link.Text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
        {
            reading.Findings.Error(
                FindingCodes.BadLink, node.At, $"'{link.Text}' is no address that a channel can open.", $"Begin it with {string.Join(", ", Schemes)}.");
        }

        return link;
    }
}
