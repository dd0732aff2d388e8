using System.Text.Json.Nodes;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Runtime.Bots;

/// <summary>A version of a bot remembers the schema of every action that it uses, and is compared with what is installed later.</summary>
public static class UsedActions
{
    /// <summary>The files with the schemas of the actions that the bot uses.</summary>
    public static BotSource Record(Bot bot, BotSource source, InstalledOffers offers)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(offers);
        var used = bot.Actions.Values.SelectMany(action => action.Deeds).OfType<InvokeDeed>().Select(deed => deed.Action).Distinct(StringComparer.Ordinal);
        return source with
        {
            ActionSchemas = used.ToDictionary(action => action, action => offers.ActionSchemas.GetValueOrDefault(action, ""), StringComparer.Ordinal),
        };
    }

    /// <summary>What does not fit any more, a sentence each; empty when all does.</summary>
    public static IReadOnlyList<string> Misfits(BotSource source, InstalledOffers offers)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(offers);
        var misfits = new List<string>();
        foreach (var (action, schema) in source.ActionSchemas.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!offers.Actions.Contains(action))
            {
                misfits.Add($"'{action}' is offered by no installed plugin");
            }
            else if (offers.ActionSchemas.TryGetValue(action, out var now) && schema.Length > 0 && Difference(schema, now) is { } difference)
            {
                misfits.Add($"'{action}' {difference}");
            }
        }

        return misfits;
    }

    private static string? Difference(string before, string now)
    {
        if (JsonNode.Parse(before) is not JsonObject old || JsonNode.Parse(now) is not JsonObject current)
        {
            return null;
        }

        var (had, has) = (old["properties"] as JsonObject ?? [], current["properties"] as JsonObject ?? []);
        if (Required(current).Except(Required(old), StringComparer.Ordinal).FirstOrDefault() is { } needed)
        {
            return $"needs the field '{needed}' now";
        }

        foreach (var (name, form) in had)
        {
            if (!has.TryGetPropertyValue(name, out var other))
            {
                return $"has no field '{name}' any more";
            }

            if (!JsonNode.DeepEquals(TypeOf(form), TypeOf(other)))
            {
                return $"reads the field '{name}' as another type";
            }
        }

        return null;
    }

    private static JsonNode? TypeOf(JsonNode? form) => (form as JsonObject)?["type"];

    private static IEnumerable<string> Required(JsonObject schema) => (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>());
}
