using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Actions;

/// <summary>Compares a step's fields with the schema that its action's plugin brings.</summary>
internal static class ActionFieldsCheck
{
    public static void Check(DeedContext deed, ActionFields schema, IReadOnlyList<YamlEntry> given)
    {
        var findings = deed.Reading.Findings;
        var verb = deed.Verb.Name;
        foreach (var entry in given)
        {
            if (schema.Find(entry.Name) is { } field)
            {
                ActionValueCheck.Check(entry.Name, entry.Value, field, findings);
            }
            else if (schema.IsClosed)
            {
                findings.Error(
                    FindingCodes.UnknownField,
                    entry.Key.At,
                    $"A step with '{verb}' has no field '{entry.Name}'.",
                    NearestName.Suggest(entry.Name, schema.All.Concat(AwaitingFields.All), $"Its own are {string.Join(", ", schema.All)}."));
            }
        }

        foreach (var name in schema.Required.Where(name => name != verb && !given.Any(entry => entry.Name == name) && !deed.Reading.Nodes.IsMisspelt(deed.Map, name)))
        {
            findings.Error(FindingCodes.MissingField, deed.Map.At, $"A step with '{verb}' needs the field '{name}'.", $"Add '{name}:' here.");
        }

        CheckAlternatives(deed, schema, given);
        CheckTogether(deed, schema, given);
    }

    /// <summary>The verb's value names a connection that the action works on.</summary>
    public static void CheckConnection(DeedContext deed)
    {
        if (deed.Reading.Nodes.Id(deed.Verb.Value, deed.Verb.Name) is { } name)
        {
            deed.Reading.Draft.References.Add(new(ReferenceKind.Connection, name.Value, name.At, Dialog: null));
            deed.Reading.Draft.ConnectionUses.Add(new(name.Value, deed.Verb.Name, name.At));
        }
    }

    private static void CheckAlternatives(DeedContext deed, ActionFields schema, IReadOnlyList<YamlEntry> given)
    {
        var chosen = given.Where(entry => schema.Alternatives.Contains(entry.Name, StringComparer.Ordinal)).ToList();
        var isMisspelt = chosen.Count == 0 && schema.Alternatives.Any(name => deed.Reading.Nodes.IsMisspelt(deed.Map, name));
        if (schema.Alternatives.Count > 0 && chosen.Count != 1 && !isMisspelt)
        {
            deed.Reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                chosen.Count == 0 ? deed.Map.At : chosen[1].Key.At,
                chosen.Count == 0
                    ? $"A step with '{deed.Verb.Name}' needs one of {string.Join(", ", schema.Alternatives)}."
                    : $"A step with '{deed.Verb.Name}' has '{chosen[0].Name}' and '{chosen[1].Name}', and only one of them can be.",
                chosen.Count == 0 ? "Add the one that is meant." : "Make the second a step of its own.");
        }
    }

    private static void CheckTogether(DeedContext deed, ActionFields schema, IReadOnlyList<YamlEntry> given)
    {
        YamlEntry? Find(string name) => given.FirstOrDefault(entry => entry.Name == name);
        foreach (var (field, other) in schema.Excluded)
        {
            if (Find(field) is not null && Find(other) is { } excluded)
            {
                var takers = schema.Alternatives.Where(name => !schema.Excluded.Contains((name, other))).ToList();
                deed.Reading.Findings.Error(
                    FindingCodes.FieldsDoNotFit,
                    excluded.Key.At,
                    $"A step with '{field}' takes no '{other}': whoever receives one may refuse it, or do as if there were none.",
                    takers.Count == 0 ? $"Leave '{other}' out." : $"Leave '{other}' out, or write {string.Join(", ", takers)} in place of '{field}'.");
            }
        }

        foreach (var (field, other) in schema.Needed)
        {
            if (Find(field) is { } lonely && Find(other) is null && !deed.Reading.Nodes.IsMisspelt(deed.Map, other))
            {
                deed.Reading.Findings.Error(FindingCodes.FieldsDoNotFit, lonely.Key.At, $"'{field}' says how '{other}' is meant, and there is none.", $"Add '{other}', or leave '{field}' out.");
            }
        }
    }
}
