using System.Text.Json.Nodes;
using Spark.Engine.Reading.Checking;
using Spark.Engine.Reading.Values;

namespace Spark.Engine.Reading.Schemas;

/// <summary>The forms that values have, as parts of a schema. Each call makes a new part, because a part of a JSON document has one place.</summary>
internal static class Shape
{
    public const string Id = "id";
    public const string Variable = "variable";
    public const string Text = "text";
    public const string Expression = "expression";
    public const string Duration = "duration";
    public const string Language = "language";
    public const string Go = "go";
    public const string Step = "step";
    public const string Deed = "deed";
    public const string DeedGo = "deedGo";

    /// <summary>A part that has a name.</summary>
    public static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    public static JsonObject Any() => [];

    public static JsonObject Type(string type) => new() { ["type"] = type };

    public static JsonObject Whole(int least) => new() { ["type"] = "integer", ["minimum"] = least };

    public static JsonObject OneOf(IEnumerable<string> words) => new() { ["enum"] = Words(words) };

    public static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    /// <summary>One of a form, or a list of them.</summary>
    public static JsonObject OneOrMore(Func<JsonObject> form) =>
        AnyOf(form(), new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = form() });

    public static JsonObject NotEmpty(JsonObject map)
    {
        map["minProperties"] = 1;
        return map;
    }

    public static JsonObject MapOf(string? names, JsonObject values)
    {
        var map = new JsonObject { ["type"] = "object", ["additionalProperties"] = values };
        if (names is not null)
        {
            map["propertyNames"] = Ref(names);
        }

        return map;
    }

    /// <summary>An object with these fields and no others.</summary>
    public static JsonObject Fields(IReadOnlyDictionary<string, Func<JsonObject>> fields, params IEnumerable<string> required)
    {
        var shape = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = Properties(fields) };
        if (required.Any())
        {
            shape["required"] = Words(required);
        }

        return shape;
    }

    public static JsonObject Properties(IReadOnlyDictionary<string, Func<JsonObject>> fields) =>
        new(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, field.Value())));

    public static JsonObject AnyOf(params JsonNode[] forms) => new() { ["anyOf"] = new JsonArray(forms) };

    public static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];

    /// <summary>The parts that all kinds of file name.</summary>
    public static JsonObject Definitions() => new()
    {
        [Id] = new JsonObject { ["type"] = "string", ["pattern"] = Pattern(Names.Id()) },
        [Variable] = new JsonObject { ["type"] = "string", ["pattern"] = Pattern(Names.Variable()) },
        [Language] = new JsonObject { ["type"] = "string", ["pattern"] = Pattern(Names.Language()) },
        [Duration] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+(ms|s|m|h|d)$", ["description"] = "Digits and a unit: 500ms, 8s, 5m, 2h, 30d." },
        [Text] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean"), ["minLength"] = 1, ["description"] = "A text for people; {expression} fills something in." },
        [Expression] = new JsonObject
        {
            ["type"] = new JsonArray("string", "number", "boolean", "null"),
            ["minLength"] = 1,
            ["description"] = "A JSONata expression, without braces; texts in it stand in double quotes.",
            ["examples"] = Words([.. SystemNames.All, .. Expressions.Expression.Functions.Order(StringComparer.Ordinal).Select(name => $"${name}")]),
        },
    };

    private static string Pattern(System.Text.RegularExpressions.Regex rule) =>
        rule.ToString().Replace(@"\A", "^", StringComparison.Ordinal).Replace(@"\z", "$", StringComparison.Ordinal);
}
