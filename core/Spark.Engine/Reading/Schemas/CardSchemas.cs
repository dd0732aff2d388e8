using System.Text.Json.Nodes;
using Spark.Engine.Reading.Dialogs.Cards;

namespace Spark.Engine.Reading.Schemas;

/// <summary>The parts of a schema that describe Adaptive Cards.</summary>
internal static class CardSchemas
{
    public const string Card = "card";

    private const string Element = "cardElement";
    private const string Part = "cardPart";
    private const string Action = "cardAction";

    // Before it is filled in, a value is a text with braces.
    private const string Template = @"\{";

    /// <summary>Adds them.</summary>
    public static void AddTo(JsonObject definitions)
    {
        var card = Of(CardShapes.Card, "");
        card["properties"]!["type"] = new JsonObject { ["const"] = "AdaptiveCard" };
        card["properties"]!["version"] = Shape.AnyOf(
            new JsonObject { ["type"] = "number", ["maximum"] = CardShapes.Newest.Major + (CardShapes.Newest.Minor / 10.0) },
            new JsonObject { ["type"] = "string", ["pattern"] = $@"^{CardShapes.Newest.Major}\.[0-{CardShapes.Newest.Minor}]$|{Template}" });
        definitions[Card] = card;
        definitions[Part] = OneOf(CardShapes.Elements);
        definitions[Element] = OneOf(CardShapes.Elements);
        definitions[Element]!["required"] = Shape.Words(["type"]);
        definitions[Action] = OneOf(CardShapes.Actions);
        definitions[Action]!["required"] = Shape.Words(["type"]);
    }

    private static JsonObject OneOf(IReadOnlyDictionary<string, CardShape> shapes) => new()
    {
        ["type"] = new JsonArray("object", "string"),
        ["properties"] = new JsonObject { ["type"] = Shape.AnyOf(Shape.OneOf(shapes.Keys), new JsonObject { ["type"] = "string", ["pattern"] = Template }) },
        ["allOf"] = new JsonArray([.. shapes.Select(shape => new JsonObject
        {
            ["if"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = shape.Key } }, ["required"] = Shape.Words(["type"]) },
            ["then"] = Of(shape.Value, shape.Key),
        })]),
    };

    private static JsonObject Of(CardShape shape, string type) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(shape.Properties.Where(name => name != "type").Select(name => KeyValuePair.Create<string, JsonNode?>(name, Form(name, type)))),
        ["required"] = Shape.Words(shape.Required),
    };

    private static JsonObject Form(string property, string owner) => property switch
    {
        "body" or "inlines" or "items" => Some(() => Shape.Ref(Element)),
        "columns" when owner == "Table" => Shape.Any(),
        "columns" => Some(() => Implied("Column")),
        "rows" => Some(() => Implied("TableRow")),
        "cells" => Some(() => Implied("TableCell")),
        "images" => Some(() => Implied("Image")),
        "actions" or "selectAction" or "inlineAction" => Some(() => Shape.Ref(Action)),
        "card" => Shape.Ref(Card),
        _ => CardShapes.Words.GetValueOrDefault(property) is { } words ? Shape.AnyOf(Shape.OneOf(words), Shape.Any())
            : CardShapes.Flags.Contains(property) ? Shape.AnyOf(Shape.Type("boolean"), Shape.Any())
            : CardShapes.Parts.GetValueOrDefault(property) is { } part ? Some(() => Of(part, ""))
            : Shape.Any(),
    };

    // What it is need not be said where it stands.
    private static JsonObject Implied(string type) => new()
    {
        ["$ref"] = $"#/$defs/{Part}",
        ["if"] = new JsonObject { ["type"] = "object", ["not"] = new JsonObject { ["required"] = Shape.Words(["type"]) } },
        ["then"] = Of(CardShapes.Elements[type], type),
    };

    private static JsonObject Some(Func<JsonObject> form) => Shape.AnyOf(form(), Shape.ListOf(form()), Shape.Type("string"));
}
