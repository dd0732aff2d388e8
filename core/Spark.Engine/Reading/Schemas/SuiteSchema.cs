using System.Text.Json.Nodes;

namespace Spark.Engine.Reading.Schemas;

/// <summary>The schema of conversation tests. It helps with the words; what a line means, the reader of tests says.</summary>
internal static class SuiteSchema
{
    public static JsonObject Body() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("suite", "tests"),
        ["properties"] = new JsonObject
        {
            ["suite"] = Shape.Ref(Shape.Id),
            ["channel"] = Shape.Ref(Shape.Id),
            ["user"] = Shape.Type("object"),
            ["given"] = Shape.ListOf(Shape.Type("object")),
            ["tests"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Test() },
        },
    };

    private static JsonObject Test() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("test", "chat"),
        ["properties"] = new JsonObject
        {
            ["test"] = Shape.Type("string"),
            ["channel"] = Shape.Ref(Shape.Id),
            ["user"] = Shape.Type("object"),
            ["start"] = Shape.Type("object"),
            ["given"] = Shape.ListOf(Shape.Type("object")),
            ["chat"] = Shape.ListOf(Line()),
            ["expect"] = Shape.Type("object"),
        },
    };

    private static JsonObject Line() => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["properties"] = new JsonObject
        {
            ["user"] = Shape.Any(),
            ["bot"] = Shape.Any(),
            ["agent"] = Shape.Any(),
            ["handoff"] = Handoff(),
            ["ticket"] = Shape.Type("object"),
            ["clock"] = new JsonObject { ["type"] = "string", ["pattern"] = @"^\+[0-9]+(ms|s|m|h|d)$" },
            ["restart"] = new JsonObject { ["const"] = "host" },
            ["delivered"] = Shape.OneOf(["once", "twice", "late"]),
        },
    };

    private static JsonObject Handoff() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("source"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["source"] = Shape.Type("string"),
            ["text"] = Shape.Type("string"),
            ["metadata"] = Shape.Type("object"),
            ["transcript"] = Shape.ListOf(Shape.Type("object")),
            ["timeZone"] = Shape.Type("string"),
            ["files"] = Shape.Any(),
        },
    };
}
