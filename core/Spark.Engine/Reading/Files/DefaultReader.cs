using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;
using Spark.Engine.Turns;
using Spark.Expressions;
using Spark.Understanding.Values;
using ValueKind = Spark.Expressions.ValueKind;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads the <c>default</c> of a variable: a literal of its type.</summary>
internal static class DefaultReader
{
    public static Value Read(YamlNode node, VariableDefinition variable, ReadingContext reading)
    {
        var value = Literal(node);
        if (Fits(variable, value))
        {
            return value;
        }

        reading.Findings.Error(
            FindingCodes.BadDefault,
            node.At,
            $"This default is no value of type {variable.Type}, which '{variable.Name}' has.",
            variable.Values.Count > 0 ? $"Its values are {string.Join(", ", variable.Values)}." : "Write it as the variable would hold it: 5, true, 2026-05-01, \"a text\", { value: 20, unit: EUR }.");
        return Value.Undefined;
    }

    private static Value Literal(YamlNode node) => node switch
    {
        YamlMapping map => Value.Object([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Name, Literal(entry.Value)))]),
        YamlSequence list => Value.Array([.. list.Items.Select(Literal)]),
        YamlScalar { IsNull: true } => Value.Null,
        YamlScalar scalar when scalar.AsBoolean() is { } boolean => Value.From(boolean),
        YamlScalar scalar when scalar.AsNumber() is { } number => Value.From(number),
        YamlScalar scalar => Value.From(scalar.Value),
        _ => Value.Undefined,
    };

    /// <summary>True for a value that a variable can hold.</summary>
    public static bool Fits(VariableDefinition variable, Value value) => variable.Type switch
    {
        "money" or "quantity" or "temperature" or "age" => Measures.Fits(variable, value),
        "number" or "integer" or "percentage" => value.Kind == ValueKind.Number
            && !(value.AsNumber() < variable.Min) && !(value.AsNumber() > variable.Max)
            && (variable.Type != "integer" || double.IsInteger(value.AsNumber())),
        "yesno" => value.Kind == ValueKind.Boolean,
        "choice" => value.Kind == ValueKind.String && variable.Values.Contains(value.AsString(), StringComparer.Ordinal),
        "composite" => value.Kind == ValueKind.Object && value.Fields.All(member => variable.Composite.Parts.ContainsKey(member.Key)),
        "object" or "location" or "file" => value.Kind == ValueKind.Object,
        "list" => value.Kind == ValueKind.Array,
        "text" => value.Kind == ValueKind.String && Parse(variable, value.AsString()) is not null,
        _ => value.Kind == ValueKind.String && Parse(variable, value.AsString()) is { Kind: Spark.Understanding.Values.ValueKind.Text } parsed
            && string.Equals(parsed.Text, value.AsString(), StringComparison.Ordinal),
    };

    private static ParsedValue? Parse(VariableDefinition variable, string text) => ValueParsers.Find(variable.Type)?.Parse(text, new()
    {
        Language = "en", Now = DateTimeOffset.UnixEpoch, Min = variable.Min, Max = variable.Max, Pattern = variable.Pattern, MayBeEmbedded = false,
    });
}
