using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Engine.Reading.Files;

namespace Spark.Engine.Reading.Schemas;

/// <summary>
/// JSON Schema (2020-12) of a bot's files, for completion and hover in editors: one schema for each kind of file, chosen by its path. It
/// knows the actions of the installed plugins with their fields. The checker knows more than a schema can say.
/// </summary>
public static class BotSchema
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The files of a kind, as a pattern below the bot's folder.</summary>
    public static string FilesOf(SchemaKind kind) => kind switch
    {
        SchemaKind.Bot => "bot.yaml",
        SchemaKind.Dialog => "dialogs/*.yaml",
        SchemaKind.Action => "actions/*.yaml",
        SchemaKind.Intents => "intents.yaml",
        SchemaKind.Intent => "intents/*.yaml",
        SchemaKind.Locale => "locales/*.yaml",
        _ => "tests/*.test.yaml",
    };

    /// <summary>The schema of a kind, as JSON.</summary>
    /// <param name="kind">The kind of file.</param>
    /// <param name="offers">What the installed plugins offer.</param>
    public static string Write(SchemaKind kind, InstalledOffers offers)
    {
        ArgumentNullException.ThrowIfNull(offers);
        var schema = Of(kind, offers);
        var definitions = Shape.Definitions();
        if (kind == SchemaKind.Dialog)
        {
            StepSchemas.AddTo(definitions);
        }
        else if (kind == SchemaKind.Action)
        {
            DeedSchemas.AddTo(definitions, offers);
        }

        schema["$defs"] = definitions;
        return schema.ToJsonString(Indented);
    }

    private static JsonObject Of(SchemaKind kind, InstalledOffers offers)
    {
        var head = new JsonObject { ["$schema"] = Draft, ["$id"] = $"urn:spark:{kind.ToString().ToLowerInvariant()}:1", ["title"] = $"Spark: {FilesOf(kind)}" };
        var body = kind switch
        {
            SchemaKind.Bot => Bot(offers),
            SchemaKind.Dialog => Shape.Fields(FormatFields.Mappings["dialog"], "dialog", "steps"),
            SchemaKind.Action => Shape.Fields(FormatFields.Mappings["action"], "action", "steps"),
            SchemaKind.Intents => Shape.MapOf(Shape.Id, Examples()),
            SchemaKind.Intent => Examples(),
            SchemaKind.Locale => Shape.MapOf(null, Shape.Ref(Shape.Text)),
            _ => SuiteSchema.Body(),
        };
        foreach (var (name, part) in body.ToList())
        {
            body.Remove(name);
            head[name] = part;
        }

        return head;
    }

    private static JsonObject Bot(InstalledOffers offers)
    {
        var bot = Shape.Fields(FormatFields.Mappings["bot"], "spark", "bot", "languages", "events");
        var properties = bot["properties"]!.AsObject();
        properties["events"] = Shape.Fields(
            BotFileReader.EventNames.ToDictionary(name => name, _ => (Func<JsonObject>)(() => Shape.Ref(Shape.Id)), StringComparer.Ordinal), "started");
        properties["events"]!["properties"]![BotFileReader.Changed] = Shape.MapOf(Shape.Variable, Shape.Ref(Shape.Id));
        var plugins = offers.OffloadProviders.Keys.Concat(offers.Actions).Concat(offers.UnderstandingProviders).Order(StringComparer.Ordinal).ToList();
        if (plugins.Count > 0)
        {
            // Others may be installed later: they are offered, not required.
            properties["connections"]!["additionalProperties"]!["properties"]!["plugin"] =
                Shape.AnyOf(Shape.OneOf(plugins), Shape.Ref(Shape.Id));
        }

        return bot;
    }

    private static JsonObject Examples() => Shape.MapOf(Shape.Language, Shape.ListOf(Shape.Ref(Shape.Text)));
}
