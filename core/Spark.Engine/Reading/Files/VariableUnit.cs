using Spark.Engine.Reading.Yaml;
using Spark.Understanding.Values;

namespace Spark.Engine.Reading.Files;

/// <summary>Checks the <c>unit</c> of a variable, in which numbers without one and its bounds are.</summary>
internal static class VariableUnit
{
    public static void Check(YamlScalar name, string type, YamlMapping map, ReadingContext reading)
    {
        var isMeasure = ValueParsers.Measures.Contains(type, StringComparer.Ordinal);
        var unit = map.Find("unit");
        if (unit is not null && !isMeasure)
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                unit.Key.At,
                $"The variable '{name.Value}' is of type {type}, which has no 'unit'.",
                $"Make it one of {string.Join(", ", ValueParsers.Measures)}, or leave 'unit' out.");
        }
        else if (unit is not null && !ValueParsers.IsUnit(type, unit.Value.ToString() ?? string.Empty))
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                unit.Value.At,
                $"'{unit.Value}' is no unit of type {type}.",
                "Write money as three letters (EUR), temperatures as C, F or K, ages as year, month, week or day, and quantities as m, km, kg, l, GB and the like.");
        }
        else if (isMeasure && type != "age" && unit is null && (map.Find("min") ?? map.Find("max")) is { } bound)
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                bound.Key.At,
                $"The bounds of '{name.Value}' are in no unit.",
                "Say which one they are in: unit: EUR.");
        }
    }
}
