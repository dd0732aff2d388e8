using System.Text.Json.Nodes;
using Spark.Engine.Reading.Dialogs;

namespace Spark.Engine.Reading.Schemas;

/// <summary>The schema of a dialog's steps: one form a verb, chosen by the verb's key, so that an editor speaks of one and not of all.</summary>
internal static class StepSchemas
{
    public static void AddTo(JsonObject definitions)
    {
        // 'goto' and 'end' are verbs of their own and companions of 'say'.
        var verbs = FormatFields.Steps.Keys.Where(verb => verb is not ("goto" or "end")).ToList();
        CardSchemas.AddTo(definitions);
        definitions[Shape.Step] = Choice(verbs, FormatFields.Steps.Keys, verb => $"step-{verb}", verb => verb is "goto" or "end");
        definitions[Shape.Go] = Shape.AnyOf(
            Shape.Ref(Shape.Id), Shape.Ref(Shape.Step), new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Shape.Ref(Shape.Step) });
        foreach (var (verb, fields) in FormatFields.Steps)
        {
            var step = Shape.Fields(fields, [verb, .. FormatFields.Required(verb)]);
            step["properties"]!.AsObject().Insert(0, "id", Shape.Ref(Shape.Id));
            if (verb == "say")
            {
                step["required"] = Shape.Words(FormatFields.Required(verb));
                step["anyOf"] = Shown();
                step["not"] = new JsonObject { ["required"] = new JsonArray("goto", "end") };
            }

            definitions[$"step-{verb}"] = step;
        }
    }

    // What can be shown stands for the word.
    private static JsonArray Shown() =>
        [.. BlockReader.Shown.Prepend("say").Select(field => new JsonObject { ["required"] = new JsonArray(field) })];

    /// <summary>if the verb is there, then its form: a chain that ends with the verbs that may also be companions.</summary>
    private static JsonObject Choice(List<string> first, IEnumerable<string> all, Func<string, string> name, Func<string, bool> isLast)
    {
        var chain = new JsonObject { ["required"] = new JsonArray(first[0]) };
        foreach (var verb in first.Concat(all.Where(isLast)).Reverse())
        {
            chain = new JsonObject
            {
                ["if"] = verb == "say" ? new JsonObject { ["anyOf"] = Shown() } : new JsonObject { ["required"] = new JsonArray(verb) },
                ["then"] = Shape.Ref(name(verb)),
                ["else"] = chain,
            };
        }

        chain["type"] = "object";
        return chain;
    }
}
