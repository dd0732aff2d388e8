using System.Text.Json.Nodes;

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
            definitions[$"deed-{verb}"] = Invoke(verb, offers.ActionSchemas.GetValueOrDefault(verb));
        }

        foreach (var (verb, fields) in FormatFields.Deeds)
        {
            var deed = Shape.Fields(fields, [verb, .. verb == "when" ? ["then"] : Array.Empty<string>()]);
            deed["properties"]!.AsObject().Insert(0, "id", Shape.Ref(Shape.Id));
            definitions[$"deed-{verb}"] = deed;
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

        deed["additionalProperties"] = own["additionalProperties"]?.GetValueKind() == System.Text.Json.JsonValueKind.Object;
        return deed;
    }

    private static JsonObject Template() => new() { ["type"] = "string", ["pattern"] = @"\{" };

    // What refers into the action's own schema cannot be moved; such a field takes anything.
    private static JsonObject? Rebase(JsonObject form, string verb) =>
        form.ToJsonString().Contains("\"$ref\"", StringComparison.Ordinal) ? null : WithTitle((JsonObject)form.DeepClone(), verb);

    private static JsonObject WithTitle(JsonObject form, string verb)
    {
        form["title"] ??= verb;
        return form;
    }
}
