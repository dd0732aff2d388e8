using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Engine.Reading.Actions;

namespace Spark.Engine.Reading.Schemas;

/// <summary>The schema of an action dialog's steps: the verbs of the core, then those that plugins offer, with the fields of their schemas.</summary>
internal static class DeedSchemas
{
    public static void AddTo(JsonObject definitions, InstalledOffers offers)
    {
        definitions[Shape.DeedGo] = Shape.AnyOf(
            Shape.Ref(Shape.Id), Shape.Ref(Shape.Deed), new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Shape.Ref(Shape.Deed) });

        // Without any plugin it cannot be told which verbs there are.
        var chain = offers.AreKnown ? new JsonObject { ["required"] = new JsonArray("finish") } : [];
        foreach (var verb in offers.Actions.Order(StringComparer.Ordinal))
        {
            definitions[$"deed-{verb}"] = NamedWhenItAsks(Invoke(verb, offers.ActionSchemas.GetValueOrDefault(verb)));
        }

        foreach (var (verb, fields) in FormatFields.Deeds)
        {
            var deed = Shape.Fields(fields, [verb, .. verb == "when" ? ["then"] : Array.Empty<string>()]);
            deed["properties"]!.AsObject().Insert(0, "id", Shape.Ref(Shape.Id));
            definitions[$"deed-{verb}"] = fields.ContainsKey(ApprovalReader.Field) ? NamedWhenItAsks(deed) : deed;
        }

        foreach (var verb in offers.Actions.Order(StringComparer.Ordinal).Concat(FormatFields.Deeds.Keys))
        {
            chain = new JsonObject
            {
                ["if"] = new JsonObject { ["required"] = new JsonArray(verb) },
                ["then"] = Shape.Ref($"deed-{verb}"),
                ["else"] = chain,
            };
        }

        chain["type"] = "object";
        definitions[Shape.Deed] = chain;
    }

    private static JsonObject Invoke(string verb, string? schema)
    {
        var properties = Shape.Properties(FormatFields.AwaitingDeeds);
        properties.Insert(0, "id", Shape.Ref(Shape.Id));
        properties[AwaitingFields.Tries] = Shape.Whole(1);
        var deed = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray(verb) };
        if (schema is null || JsonNode.Parse(schema) is not JsonObject own || own["properties"] is not JsonObject fields)
        {
            return deed;
        }

        foreach (var (name, form) in fields)
        {
            // The value of a field may be worked out: then it is a text with an expression.
            properties[name] = form is JsonObject known && Rebase(known, verb) is { } shape ? Shape.AnyOf(shape, Template()) : Shape.Any();
        }

        if (own["required"] is JsonArray required)
        {
            deed["required"] = Shape.Words(required.Select(name => name!.GetValue<string>()).Append(verb).Distinct(StringComparer.Ordinal));
        }

        foreach (var keyword in new[] { "dependentRequired", "dependentSchemas" })
        {
            if (own[keyword] is { } together)
            {
                deed[keyword] = together.DeepClone();
            }
        }

        deed["additionalProperties"] = own["additionalProperties"]?.GetValueKind() != JsonValueKind.False;
        return deed;
    }

    private static JsonObject Template() => new() { ["type"] = "string", ["pattern"] = @"\{" };

    // Translations find the question of a deed by its id.
    private static JsonObject NamedWhenItAsks(JsonObject deed)
    {
        deed["if"] = new JsonObject
        {
            ["required"] = new JsonArray(ApprovalReader.Field),
            ["properties"] = new JsonObject { [ApprovalReader.Field] = Shape.Type("string") },
        };
        deed["then"] = new JsonObject { ["required"] = new JsonArray("id") };
        return deed;
    }

    // What refers into the action's own schema cannot be moved; such a field takes anything.
    private static JsonObject? Rebase(JsonObject form, string verb)
    {
        if (form.ToJsonString().Contains("\"$ref\"", StringComparison.Ordinal))
        {
            return null;
        }

        var own = Standard(form);
        own["title"] ??= verb;
        return own;
    }

    // Keywords that only Spark knows make validators in strict mode refuse the whole schema. A text with an expression fits every pattern.
    private static JsonObject Standard(JsonObject form) => new(form
        .Where(keyword => !keyword.Key.StartsWith("x-", StringComparison.Ordinal))
        .Select(keyword => KeyValuePair.Create(keyword.Key, keyword.Value switch
        {
            JsonObject named when keyword.Key is "properties" or "patternProperties" => new JsonObject(
                named.Select(field => KeyValuePair.Create(field.Key, field.Value is JsonObject own ? Standard(own) : field.Value?.DeepClone()))),
            JsonValue pattern when keyword.Key == "pattern" => JsonValue.Create($@"{pattern.GetValue<string>()}|\{{"),
            JsonObject inner when keyword.Key is not ("const" or "default") => Standard(inner),
            JsonArray list when keyword.Key is "anyOf" or "oneOf" or "allOf" or "prefixItems" => new JsonArray(
                [.. list.Select(item => item is JsonObject inner ? Standard(inner) : item?.DeepClone())]),
            _ => keyword.Value?.DeepClone(),
        })));
}
