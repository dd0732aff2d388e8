using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Plugins;
using Spark.Plugins.Catalog;

namespace Spark.Cockpit.Plugins;

/// <summary>What is installed, for administrators.</summary>
internal static class PluginEndpoints
{
    public static void MapPlugins(this RouteGroupBuilder admin) => admin.MapGet("/plugins", (PluginHost plugins) =>
        Results.Json(View(plugins.Catalog), AdminJson.Default.PluginList)).Needs(Right.SeeChannels);

    private static PluginList View(PluginCatalog catalog) => new(
        [.. catalog.Plugins.Select(plugin => new PluginView(
            plugin.Id,
            plugin.Version,
            plugin.Kind,
            plugin.Status,
            plugin.Reason,
            [.. plugin.Findings.Select(finding => $"{finding.Code}: {finding.Message} {finding.Remedy}")],
            [.. plugin.Offers.Select(offer => offer.Id)]))],
        [.. catalog.Instances.Select(instance => new InstanceView(instance.Id, instance.Kind, instance.Plugin, instance.Status, instance.Reason))]);
}
