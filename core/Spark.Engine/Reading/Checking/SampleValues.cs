using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Checking;

/// <summary>Puts a value into the slots of an example, as a person would say it.</summary>
internal static partial class SampleValues
{
    /// <summary>The example with values; null when there is none for a slot.</summary>
    public static string? Fill(string example, IReadOnlyDictionary<string, VariableDefinition> variables)
    {
        var isKnown = true;
        var filled = Slot().Replace(example, slot =>
        {
            var value = variables.TryGetValue(slot.Groups["name"].Value.Trim(), out var variable) ? Of(variable) : null;
            isKnown &= value is not null;
            return value ?? "";
        });
        return isKnown ? filled : null;
    }

    // None for types that are written differently in each language.
    private static string? Of(VariableDefinition variable) => variable.Type switch
    {
        "email" => "jo@acme.example",
        "url" => "https://acme.example",
        "number" or "integer" => Math.Ceiling(variable.Min ?? Math.Min(7319, variable.Max ?? 7319)).ToString(CultureInfo.InvariantCulture),
        "choice" => variable.Values is [var first, ..] ? first : null,
        _ => null,
    };

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Slot();
}
