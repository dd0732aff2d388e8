using System.Text.Json.Nodes;
using Spark.Engine.Reading.Files;
using FieldShapes = System.Collections.Generic.IReadOnlyDictionary<string, System.Func<System.Text.Json.Nodes.JsonObject>>;

namespace Spark.Engine.Reading.Schemas;

/// <summary>
/// The fields of the format and the form of each. A test holds that the readers know the same fields, so that the schema cannot fall
/// behind them.
/// </summary>
internal static class FormatFields
{
    /// <summary>What stands at the top of each kind of file, and in the mappings inside them that have fields of their own.</summary>
    public static IReadOnlyDictionary<string, FieldShapes> Mappings { get; } = new Dictionary<string, FieldShapes>(StringComparer.Ordinal)
    {
        ["bot"] = Of(
            ("spark", () => new() { ["const"] = 1 }),
            ("bot", Id),
            ("title", () => Shape.Type("string")),
            ("languages", () => new() { ["type"] = "array", ["minItems"] = 1, ["uniqueItems"] = true, ["items"] = Shape.Ref(Shape.Language) }),
            ("connections", () => Shape.MapOf(Shape.Id, Shape.Fields(Mappings!["connection"], "plugin"))),
            ("variables", () => Shape.MapOf(Shape.Variable, Shape.Fields(Mappings!["variable"], "type"))),
            ("events", () => Shape.Any()),
            ("idle", Duration),
            ("longest", () => Shape.Whole(1)),
            ("timezone", () => Shape.Type("string")),
            ("words", Words),
            ("understanding", () => Shape.Fields(Mappings!["understanding"]))),
        ["understanding"] = Of(
            ("threshold", () => Shape.AnyOf(Share(), Shape.MapOf(Shape.Language, Share()))),
            ("provider", Id),
            ("within", Duration),
            ("synonyms", () => Shape.MapOf(Shape.Language, Shape.ListOf(new() { ["type"] = "array", ["minItems"] = 2, ["items"] = Shape.Ref(Shape.Text) }))),
            ("stopWords", () => Shape.MapOf(Shape.Language, Shape.ListOf(Shape.Ref(Shape.Text))))),
        ["connection"] = Of(("plugin", Id)),
        ["variable"] = Of(
            ("type", () => Shape.OneOf(VariableTypes.All.Keys)),
            ("values", () => Shape.ListOf(Shape.Ref(Shape.Text))),
            ("parts", () => Shape.NotEmpty(Shape.MapOf(Shape.Variable, Shape.Type("string")))),
            ("patterns", () => Shape.NotEmpty(Shape.MapOf(Shape.Language, Shape.ListOf(Shape.Ref(Shape.Text))))),
            ("pattern", () => Shape.Type("string")),
            ("accept", () => Shape.ListOf(new() { ["type"] = "string", ["pattern"] = MediaKind.Form })),
            ("unit", () => Shape.Type("string")),
            ("maxSize", () => new() { ["type"] = "string", ["pattern"] = FileSize.Form }),
            ("min", () => Shape.Type("number")),
            ("max", () => Shape.Type("number")),
            ("scope", () => Shape.OneOf(["dialog", "conversation", "person"])),
            ("keep", Duration),
            ("sensitive", Boolean),
            ("default", Shape.Any)),
        ["dialog"] = Of(
            ("dialog", Id),
            ("trigger", () => Shape.Fields(Mappings!["trigger"], "intents")),
            ("input", Types),
            ("result", Types),
            ("contexts", () => Shape.MapOf(Shape.Id, Shape.Whole(1))),
            ("steps", () => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = Shape.Ref(Shape.Step) })),
        ["trigger"] = Of(("intents", Ids), ("contexts", Ids), ("when", Expression)),
        ["button"] = Of(("title", Text), ("goto", Id), ("link", Text), ("set", Assignments)),
        ["item"] = Of(("title", Text), ("subtitle", Text), ("image", Text), ("link", Text), ("buttons", Buttons)),
        ["medium"] = Of(("image", Text), ("video", Text), ("audio", Text), ("file", Text), ("title", Text)),
        ["choice"] = Of(("title", Text), ("synonyms", Texts)),
        ["action"] = Of(
            ("action", Id),
            ("input", Types),
            ("steps", () => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = Shape.Ref(Shape.Deed) })),
        ["share"] = Of(
            ("transcript", () => Shape.AnyOf(Shape.Whole(0), new JsonObject { ["const"] = "all" })),
            ("variables", () => Shape.ListOf(Shape.Ref(Shape.Variable)))),
    };

    /// <summary>The verbs of dialogs: the form of each, and of its companions.</summary>
    public static IReadOnlyDictionary<string, FieldShapes> Steps { get; } = new Dictionary<string, FieldShapes>(StringComparer.Ordinal)
    {
        ["say"] = Of(
            ("say", Texts), ("card", Card), ("media", Media), ("carousel", Items), ("list", Items), ("buttons", Buttons), ("replies", Buttons),
            ("delay", Duration), ("goto", Id), ("end", Ending), ("reason", Id)),
        ["ask"] = Of(
            [
                ("ask", Texts), ("into", Variable), ("choices", Choices), ("suggest", Expression), ("check", Expression), ("again", Boolean),
                ("prefer", () => Shape.OneOf(["future", "past"])), ("understand", Id), .. Answering(),
            ]),
        ["confirm"] = Of([("confirm", Texts), ("accept", Text), ("decline", Text), .. Answering()]),
        ["when"] = Of(("when", Expression), ("then", Go), ("otherwise", Go)),
        ["run"] = Of(("run", Id), ("with", Assignments), ("then", () => Shape.MapOf(Shape.Id, Shape.Ref(Shape.Go)))),
        ["visit"] = Of(("visit", Id), ("with", Assignments), ("save", Assignments)),
        ["goto"] = Of(("goto", Id)),
        ["set"] = Of(("set", Assignments)),
        ["clear"] = Of(("clear", () => Shape.ListOf(Shape.Ref(Shape.Variable)))),
        ["end"] = Of(
            ("end", Ending), ("reason", Id),
            ("type", () => Shape.OneOf(["incident", "request", "question", "security-concern", "non-support"]))),
    };

    /// <summary>The verbs of action dialogs that the core knows.</summary>
    public static IReadOnlyDictionary<string, FieldShapes> Deeds { get; } = new Dictionary<string, FieldShapes>(StringComparer.Ordinal)
    {
        ["offload"] = Of(
            [
                ("offload", Id), ("queue", Text), ("fields", () => Shape.Type("object")), ("share", () => Shape.Fields(Mappings["share"])),
                ("leave", Ids),
                .. Awaiting(),
            ]),
        ["set"] = Of(("set", Assignments)),
        ["when"] = Of(("when", Expression), ("then", DeedGo), ("otherwise", DeedGo)),
        ["finish"] = Of(("finish", Id)),
    };

    /// <summary>What every step with a result has.</summary>
    public static FieldShapes AwaitingDeeds { get; } = Of([.. Awaiting()]);

    /// <summary>What a step needs besides its verb.</summary>
    public static IEnumerable<string> Required(string verb) => verb switch
    {
        "say" => ["id"],
        "ask" => ["id", "into"],
        "confirm" => ["id", "otherwise"],
        "when" => ["then"],
        _ => [],
    };

    private static (string Name, Func<JsonObject> Form)[] Awaiting() =>
    [
        ("save", Assignments), ("outcomes", () => Shape.MapOf(Shape.Id, Shape.Ref(Shape.Expression))), ("otherwise", Id), ("timeout", Duration),
        ("approve", () => Shape.AnyOf(Boolean(), Text())), ("discloses", () => Shape.ListOf(Shape.Ref(Shape.Variable))),
    ];

    private static (string Name, Func<JsonObject> Form)[] Answering() =>
    [
        ("invalid", Texts), ("tries", Tries), ("otherwise", Go), ("interrupt", Ids), ("wait", Duration), ("unanswered", Go),
    ];

    private static Dictionary<string, Func<JsonObject>> Of(params (string Name, Func<JsonObject> Form)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Form, StringComparer.Ordinal);

    private static JsonObject Id() => Shape.Ref(Shape.Id);

    private static JsonObject Ids() => Shape.ListOf(Shape.Ref(Shape.Id));

    private static JsonObject Variable() => Shape.Ref(Shape.Variable);

    private static JsonObject Text() => Shape.Ref(Shape.Text);

    private static JsonObject Texts() => Shape.OneOrMore(Text);

    private static JsonObject Types() => Shape.MapOf(Shape.Variable, Shape.OneOf(VariableTypes.All.Keys));

    private static JsonObject Buttons() => Shape.MapOf(Shape.Id, Shape.Fields(Mappings["button"], "title"));

    private static JsonObject Items() => Shape.NotEmpty(Shape.MapOf(Shape.Id, Shape.Fields(Mappings["item"], "title")));

    private static JsonObject Choices() => Shape.NotEmpty(Shape.MapOf(null, Shape.AnyOf(Shape.Ref(Shape.Text), Shape.Fields(Mappings["choice"], "title"))));

    private static JsonObject Media() => Shape.OneOrMore(() => Shape.Fields(Mappings["medium"]));

    private static JsonObject Card() => Shape.Ref(CardSchemas.Card);

    // A dialog, or words of the bot's own by language, with the dialog or without.
    private static JsonObject Words()
    {
        var words = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["goto"] = Id() },
            ["propertyNames"] = Shape.AnyOf(new JsonObject { ["const"] = "goto" }, Shape.Ref(Shape.Language)),
            ["additionalProperties"] = Shape.ListOf(Shape.Ref(Shape.Text)),
        };
        return Shape.Fields(WordsReader.Names.ToDictionary(
            name => name, _ => (Func<JsonObject>)(() => Shape.AnyOf(Id(), words.DeepClone())), StringComparer.Ordinal));
    }

    private static JsonObject Share() => new() { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 };

    private static JsonObject Expression() => Shape.Ref(Shape.Expression);

    private static JsonObject Duration() => Shape.Ref(Shape.Duration);

    private static JsonObject Go() => Shape.Ref(Shape.Go);

    private static JsonObject DeedGo() => Shape.Ref(Shape.DeedGo);

    private static JsonObject Boolean() => Shape.Type("boolean");

    private static JsonObject Tries() => Shape.Whole(1);

    private static JsonObject Assignments() => Shape.MapOf(Shape.Variable, Shape.Ref(Shape.Expression));

    private static JsonObject Ending() => Shape.OneOf(["resolved", "escalated", "abandoned", "failed"]);
}
