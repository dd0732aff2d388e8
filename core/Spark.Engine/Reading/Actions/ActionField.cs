using System.Text.Json;
using System.Text.RegularExpressions;

namespace Spark.Engine.Reading.Actions;

/// <summary>What an action's schema says of a value, as far as the checker looks at it (JSON Schema 2020-12).</summary>
internal sealed class ActionField
{
    /// <summary>The name of an IANA time zone; in our own keyword <c>x-format</c>.</summary>
    public const string TimeZone = "time-zone";

    private ActionField(JsonElement schema)
    {
        IsPath = ActionFields.IsPath(schema);
        Words = ActionFields.Names(schema, "enum");
        Types = schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? [type.GetString()!] : ActionFields.Names(schema, "type");
        Pattern = PatternOf(Text(schema, "pattern"));
        Format = Text(schema, "x-format");
        Description = Text(schema, "description");
        Items = Find(schema, "items");
        Keys = Find(schema, "propertyNames");
        Values = Find(schema, "additionalProperties");
    }

    /// <summary>True for a part of an address.</summary>
    public bool IsPath { get; }

    /// <summary>The only texts that it takes; empty for any.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The kinds of values that it takes, in JSON Schema's words; empty for any.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>What a text must match; null for any.</summary>
    public Regex? Pattern { get; }

    /// <summary>What a text must be; null for anything.</summary>
    public string? Format { get; }

    /// <summary>What it is, for people.</summary>
    public string? Description { get; }

    /// <summary>What each item of a list must be; null for anything.</summary>
    public ActionField? Items { get; }

    /// <summary>What each name of a mapping must be; null for any.</summary>
    public ActionField? Keys { get; }

    /// <summary>What each value of a mapping must be; null for anything.</summary>
    public ActionField? Values { get; }

    /// <summary>Reads a property's schema; one that is no object (<c>true</c>) takes anything.</summary>
    public static ActionField Of(JsonElement schema) => new(schema.ValueKind == JsonValueKind.Object ? schema : JsonElement.Parse("{}"));

    private static string? Text(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static ActionField? Find(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? new(found) : null;

    // A plugin's pattern is looked at with linear time or not at all.
    private static Regex? PatternOf(string? pattern)
    {
        try
        {
            return pattern is null ? null : new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        }
        catch (Exception notUsable) when (notUsable is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
