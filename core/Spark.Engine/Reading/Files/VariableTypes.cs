using Spark.Understanding.Values;

namespace Spark.Engine.Reading.Files;

/// <summary>The types that a variable can have.</summary>
internal static class VariableTypes
{
    // Values of these types come from channels and plugins, not from what people write.
    private static readonly string[] NotFromText = ["location", "file", "object", "list"];

    /// <summary>What the types are called in other systems.</summary>
    public static IReadOnlyDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["string"] = "text", ["str"] = "text", ["int"] = "integer", ["float"] = "number", ["double"] = "number", ["decimal"] = "number",
        ["bool"] = "yesno", ["boolean"] = "yesno", ["yes-no"] = "yesno", ["enum"] = "choice", ["datetime"] = "date-time", ["array"] = "list",
        ["dictionary"] = "object", ["any"] = "object", ["link"] = "url", ["currency"] = "money", ["image"] = "file",
    };

    /// <summary>All types, and whether a person can be asked for a value.</summary>
    public static IReadOnlyDictionary<string, bool> All { get; } = ValueParsers.All
        .Select(parser => KeyValuePair.Create(parser.Type, true))
        .Concat(NotFromText.Select(type => KeyValuePair.Create(type, false)))
        .ToDictionary(StringComparer.Ordinal);
}
