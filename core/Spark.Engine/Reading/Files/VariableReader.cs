using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Values;
using Spark.Engine.Reading.Yaml;
using Spark.Understanding.Values;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads the declaration of a variable.</summary>
internal static class VariableReader
{
    private static readonly string[] Fields = ["type", "values", "parts", "patterns", "pattern", "unit", "accept", "maxSize", "min", "max", "scope", "keep", "sensitive", "default"];

    private static readonly Dictionary<string, VariableScope> Scopes = new(StringComparer.Ordinal)
    {
        ["dialog"] = VariableScope.Dialog,
        ["conversation"] = VariableScope.Conversation,
        ["person"] = VariableScope.Person,
    };

    public static VariableDefinition Read(YamlScalar name, YamlNode node, ReadingContext reading)
    {
        var nodes = reading.Nodes;
        if (nodes.Mapping(node, name.Value) is not { } map)
        {
            // It is declared, and nothing more can be said of it.
            reading.Draft.Misfits.Add(name.Value);
            return new() { Name = name.Value, Type = "text", At = name.At };
        }

        nodes.Allow(map, "a variable", Fields);
        if (Drafts.ExpressionScope.Known.Contains(name.Value))
        {
            reading.Findings.Error(
                FindingCodes.BadName, name.At, $"Every bot knows '{name.Value}' already.", "Give the variable another name.");
        }

        if (Names.OfExpressions.Contains(name.Value, StringComparer.Ordinal))
        {
            reading.Findings.Error(
                FindingCodes.BadName, name.At, $"'{name.Value}' is a word of expressions, where it cannot name a variable.", "Give the variable another name.");
        }

        var type = nodes.Require(map, "type", $"The variable '{name.Value}'");
        var values = map.Find("values") is { } list ? nodes.List(list.Value, "values", (item, field) => nodes.Scalar(item, field)) : [];
        var isType = type is not null && nodes.OneOf(type, "type", VariableTypes.All, VariableTypes.Elsewhere) is not null;
        if (!isType)
        {
            reading.Draft.Misfits.Add(name.Value);
        }
        else
        {
            CheckValues(name, type!.ToString()!, values, map, reading);
        }

        var variable = new VariableDefinition
        {
            Name = name.Value,
            Type = isType ? type!.ToString()! : "text",
            Values = [.. values.Select(value => value.Value)],
            Pattern = map.Find("pattern") is { } pattern ? ReadPattern(pattern.Value, reading) : null,
            Unit = map.Find("unit")?.Value.ToString(),
            Accept = map.Find("accept") is { } accept ? MediaKind.Read(accept.Value, reading) : [],
            MaxSize = map.Find("maxSize") is { } most ? FileSize.Read(most.Value, reading) : null,
            Min = map.Find("min") is { } min ? nodes.Number(min.Value, "min") : null,
            Max = map.Find("max") is { } max ? nodes.Number(max.Value, "max") : null,
            Scope = map.Find("scope") is { } scope ? nodes.OneOf(scope.Value, "scope", Scopes) ?? VariableScope.Conversation : VariableScope.Conversation,
            Keep = map.Find("keep") is { } keep ? nodes.Limit(keep.Value, "keep") : null,
            IsSensitive = map.Find("sensitive") is { } sensitive && nodes.Boolean(sensitive.Value, "sensitive") == true,
            Composite = isType ? CompositeReader.Read(name, type!.ToString()!, map, reading) : CompositeDefinition.None,
            At = name.At,
        };
        return isType && map.Find("default") is { } known ? variable with { Default = DefaultReader.Read(known.Value, variable, reading) } : variable;
    }

    private static void CheckValues(YamlScalar name, string type, IReadOnlyList<YamlScalar> values, YamlMapping map, ReadingContext reading)
    {
        if (type == "choice" && values.Count == 0 && map.Find("values")?.Value is not (null or YamlSequence))
        {
            // What it can be could not be read, which was told.
            reading.Draft.Misfits.Add(name.Value);
        }
        else if (type == "choice" && values.Count == 0)
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                map.At,
                $"The variable '{name.Value}' is a choice without values.",
                "List them: values: [low, normal, high].");
        }
        else if (type != "choice" && map.Find("values") is { } entry)
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                entry.Key.At,
                $"The variable '{name.Value}' is of type {type}, which has no 'values'.",
                "Make it 'type: choice', or leave 'values' out.");
        }

        CheckLimits(name, type, map, reading);
        foreach (var value in values.GroupBy(value => value.Value, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            reading.Findings.Error(FindingCodes.DuplicateId, value.At, $"The value '{value.Value}' stands twice here.", "Keep one of them.");
        }

        foreach (var value in values.DistinctBy(value => value.Value, StringComparer.Ordinal).GroupBy(value => value.Value, StringComparer.OrdinalIgnoreCase).SelectMany(group => group.Skip(1)))
        {
            reading.Findings.Error(
                FindingCodes.DuplicateId, value.At, $"The value '{value.Value}' differs from another one only in capitals: what people write is not told apart by them.", "Keep one of them.");
        }

        if (map.Find("keep") is { } keep && IsNotOfPerson(map.Find("scope")))
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                keep.Key.At,
                "'keep' is for variables that belong to the person.",
                "Add 'scope: person', or leave 'keep' out.");
        }
    }

    // A scope that is none was refused already.
    private static bool IsNotOfPerson(YamlEntry? scope) => scope is null || (scope.Value.ToString() is { } word && word != "person" && Scopes.ContainsKey(word));

    private static void CheckLimits(YamlScalar name, string type, YamlMapping map, ReadingContext reading)
    {
        foreach (var entry in map.Entries.Where(entry => entry.Name is "min" or "max" && type is not ("text" or "number" or "integer" or "percentage") && !ValueParsers.Measures.Contains(type, StringComparer.Ordinal)))
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                entry.Key.At,
                $"The variable '{name.Value}' is of type {type}, which has no '{entry.Name}'.",
                "'min' and 'max' bound numbers and the length of texts; for anything else use 'check' in the question.");
        }

        VariableUnit.Check(name, type, map, reading);
        if (map.Find("pattern") is { } pattern && type != "text")
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                pattern.Key.At,
                $"The variable '{name.Value}' is of type {type}, which has no 'pattern'.",
                "Make it 'type: text', or leave 'pattern' out.");
        }

        foreach (var entry in map.Entries.Where(entry => entry.Name is "accept" or "maxSize" && type != "file"))
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                entry.Key.At,
                $"The variable '{name.Value}' is of type {type}, which has no '{entry.Name}'.",
                $"Make it 'type: file', or leave '{entry.Name}' out.");
        }

        foreach (var entry in map.Entries.Where(entry => entry.Name is "min" or "max" && type is "text" or "integer"))
        {
            if ((entry.Value as YamlScalar)?.AsNumber() is { } bound && (!double.IsInteger(bound) || (type == "text" && bound < 0)))
            {
                reading.Findings.Error(
                    FindingCodes.BadNumber,
                    entry.Value.At,
                    string.Create(CultureInfo.InvariantCulture, $"'{entry.Name}' is {bound}, and counts {(type == "text" ? "characters" : "whole numbers")}."),
                    type == "text" ? "Write a whole number from 0." : "Write a whole number.");
            }
        }

        if ((map.Find("min")?.Value as YamlScalar)?.AsNumber() is { } min && map.Find("max") is { } most && (most.Value as YamlScalar)?.AsNumber() is { } max && min > max)
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit, most.Key.At, string.Create(CultureInfo.InvariantCulture, $"No value of '{name.Value}' is at least {min} and at most {max}."), "Exchange 'min' and 'max'.");
        }
    }

    private static string? ReadPattern(YamlNode node, ReadingContext reading)
    {
        if (reading.Nodes.Scalar(node, "pattern", "a regular expression") is not { } scalar)
        {
            return null;
        }

        if (ValuePattern.FindProblem(scalar.Value) is not { } problem)
        {
            if (!ValuePattern.IsLinear(scalar.Value))
            {
                reading.Findings.Warning(
                    FindingCodes.SlowPattern,
                    scalar.At,
                    $"This pattern looks around or refers back: the longer an answer, the longer it takes, and after {ValuePattern.TimeLimit.TotalMilliseconds:0} ms it counts as no match.",
                    "Write it without (?=…), (?!…), (?<=…), (?<!…) and \\1; what must hold besides is a 'check' of the question.");
            }

            return scalar.Value;
        }

        reading.Findings.Error(FindingCodes.BadPattern, scalar.At, problem, "Mend the pattern; a plain value is quoted best: '[A-Z]{3}'.");
        return null;
    }
}
