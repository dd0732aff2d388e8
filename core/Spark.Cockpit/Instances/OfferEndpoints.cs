using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Plugins;
using Spark.Plugins.Catalog;
using Spark.Plugins.Instances;

namespace Spark.Cockpit.Instances;

/// <summary>What the installed plugins offer that can be set up, with the forms that it takes.</summary>
internal static class OfferEndpoints
{
    public static void MapOffers(this RouteGroupBuilder admin) => admin.MapGet("/offers", List).Needs(Right.SeeChannels).Within(Reach.Everything);

    /// <summary>The running plugin that offers something; null when none does.</summary>
    public static PluginReport? Find(PluginCatalog catalog, InstanceKind kind, string offer) => catalog.Plugins.FirstOrDefault(plugin =>
        plugin.Status == PluginStatus.Running && plugin.Offers.Any(offered => offered.Id == offer && (offered.Kind == PluginKind.Channel) == (kind == InstanceKind.Channel)));

    private static IResult List(PluginHost plugins)
    {
        var catalog = plugins.Catalog;
        var offers = catalog.Plugins
            .Where(plugin => plugin.Status == PluginStatus.Running)
            .SelectMany(plugin => plugin.Offers
                .Where(offer => offer.Kind != PluginKind.Action || catalog.Offers.ConnectedActions.Contains(offer.Id))
                .Select(offer => new OfferView(offer.Kind, offer.Id, plugin.Name, SettingsSchema.Read(plugin.Folder))));
        return Results.Json(new OfferList([.. offers]), AdminJson.Default.OfferList);
    }
}
