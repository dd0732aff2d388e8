using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Understanding.Values;
using ValueKind = Spark.Expressions.ValueKind;

namespace Spark.Engine.Turns;

/// <summary>Amounts as variables hold them: an object of <c>value</c> and <c>unit</c>.</summary>
internal static class Measures
{
    public static Value Of(ParsedValue measure) => Value.Object([new("value", Value.From(measure.Number)), new("unit", Value.From(measure.Unit))]);

    /// <summary>True for a value that a variable of such a type can hold.</summary>
    public static bool Fits(VariableDefinition variable, Value value)
    {
        if (value is not { Kind: ValueKind.Object } || value["value"] is not { Kind: ValueKind.Number } number || value["unit"] is not { Kind: ValueKind.String } unit)
        {
            return false;
        }

        var isBound = variable.Min is not null || variable.Max is not null;
        var own = variable.Unit ?? (variable.Type == "age" ? "year" : null);
        return !isBound || (unit.AsString() == own && !(number.AsNumber() < variable.Min) && !(number.AsNumber() > variable.Max));
    }

    /// <summary>As people write it: "20 EUR", "21 °C", "5 km"; null for an object of another form, and for ages, whose unit is a word.</summary>
    public static string? Show(VariableDefinition variable, Value value, CultureInfo culture) =>
        variable.Type != "age" && Fits(variable with { Min = null, Max = null }, value)
            ? $"{value["value"].AsNumber().ToString(variable.Type == "money" ? "#,0.00" : "#,0.##########", culture)} {(variable.Type == "temperature" && value["unit"].AsString() != "K" ? "°" : "")}{value["unit"].AsString()}"
            : null;
}
