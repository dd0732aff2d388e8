using Spark.Understanding.Values;

namespace Spark.Engine.Reading.Files;

/// <summary>The types that a variable can have.</summary>
internal static class VariableTypes
{
    // Values of these types come from channels and plugins, not from what people write.
    private static readonly string[] NotFromText = ["location", "file", "object", "list"];

    /// <summary>All types, and whether a person can be asked for a value.</summary>
    public static IReadOnlyDictionary<string, bool> All { get; } = ValueParsers.All
        .Select(parser => KeyValuePair.Create(parser.Type, true))
        .Concat(NotFromText.Select(type => KeyValuePair.Create(type, false)))
        .ToDictionary(StringComparer.Ordinal);
}
