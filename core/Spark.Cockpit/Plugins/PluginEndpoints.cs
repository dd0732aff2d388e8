using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Instances;
using Spark.Plugins;
using Spark.Plugins.Catalog;
using Spark.Plugins.Instances;

namespace Spark.Cockpit.Plugins;

/// <summary>What is installed, for administrators.</summary>
internal static class PluginEndpoints
{
    public static void MapPlugins(this RouteGroupBuilder admin)
    {
        admin.MapGet("/plugins", ListAsync).Needs(Right.SeeChannels).Within(Reach.Sifted);
        admin.MapPluginInstalls();
    }

    private static async Task<IResult> ListAsync(HttpContext http, PluginHost plugins, InstanceBook book, PluginInstallation installation, NodePluginBoard nodes, CancellationToken cancellationToken)
    {
        var catalog = plugins.Catalog;
        var stored = await book.ListAsync(cancellationToken);
        var running = catalog.Instances.Where(instance => instance.Kind != InstanceKind.Action).Select(instance => instance.Id).ToHashSet(StringComparer.Ordinal);
        var resting = stored
            .Where(pair => !running.Contains(pair.Key))
            .Select(pair => new InstanceView(
                pair.Key, pair.Value.Kind, pair.Value.Plugin, PluginStatus.Disabled, null, pair.Value.Bot, IsFixed: false, IsEnabled: pair.Value.IsEnabled));
        var who = Operator.Of(http)!;
        var instances = catalog.Instances.Select(instance => View(instance, plugins, book)).Concat(resting)
            .Where(instance => instance.Kind != InstanceKind.Channel || who.Reaches(instance.Bot));
        return Results.Json(
            new PluginList(
                [.. catalog.Plugins.Select(plugin => PluginView.Of(plugin, installation))],
                [.. instances],
                installation is { IsAllowed: true, Stage: not null },
                await nodes.ReadAllAsync(cancellationToken)),
            AdminJson.Default.PluginList);
    }

    private static InstanceView View(InstanceReport instance, PluginHost plugins, InstanceBook book) => new(
        instance.Id,
        instance.Kind,
        instance.Plugin,
        instance.Status,
        instance.Reason,
        instance.Bot,
        [.. instance.Findings.Select(finding => finding.Remedy)],
        instance.Kind == InstanceKind.Action || book.IsFixed(instance.Id),
        WebhookUrl: instance.Kind == InstanceKind.Channel ? $"{plugins.Environment.PublicUrl.ToString().TrimEnd('/')}/channels/{instance.Id}" : null);
}
