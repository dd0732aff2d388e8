using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Plugins;
using Spark.Plugins.Instances;
using Spark.Runtime.Bots;
using Spark.Runtime.Drafts;

namespace Spark.Cockpit.Bots;

/// <summary>Lists the bots that are published on a host.</summary>
internal static class BotListEndpoint
{
    public static async Task<IResult> GetAsync(HttpContext http, IPublicationStore publications, IDraftStore drafts, CancellationToken cancellationToken)
    {
        var published = await publications.ReadAsync(cancellationToken);
        var open = (await publications.CountAsync(cancellationToken)).ToLookup(count => count.Bot, count => count.Open, StringComparer.Ordinal);

        // A command without a running host has no plugins.
        var plugins = http.RequestServices.GetService(typeof(PluginHost)) as PluginHost;
        var channels = (plugins?.Catalog.Instances ?? []).Where(instance => instance.Kind == InstanceKind.Channel).ToLookup(instance => instance.Bot ?? "", instance => instance.Id, StringComparer.Ordinal);
        var lines = new List<BotLine>();
        foreach (var (bot, version) in published.Versions.Where(pair => Operator.Of(http)!.Reaches(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var draft = await drafts.FindAsync(bot, cancellationToken);
            lines.Add(new(bot, version, open[bot].Sum(), [.. channels[bot]], draft is null ? null : new(draft.Number, draft.SavedAt, draft.SavedBy)));
        }

        return Results.Json(new BotList(lines), AdminJson.Default.BotList);
    }
}
