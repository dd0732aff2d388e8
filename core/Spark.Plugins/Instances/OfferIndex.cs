using Spark.Engine.Reading;
using Spark.Plugins.Catalog;

namespace Spark.Plugins.Instances;

/// <summary>Finds what running plugins offer by kind and id.</summary>
internal sealed class OfferIndex
{
    private readonly Dictionary<(PluginKind Kind, string Id), (PluginEntry Plugin, IOffer Offer)> offers = [];

    public OfferIndex(IEnumerable<PluginEntry> plugins)
    {
        foreach (var plugin in plugins)
        {
            foreach (var offer in plugin.Offers)
            {
                offers[(offer.Description.Kind, offer.Description.Id)] = (plugin, offer);
            }
        }
    }

    public IEnumerable<(PluginEntry Plugin, IOffer Offer)> All => offers.Values;

    public (PluginEntry Plugin, IOffer Offer)? Find(PluginKind kind, string id) =>
        offers.TryGetValue((kind, id), out var found) ? found : null;

    public InstalledOffers Describe() => new()
    {
        Actions = Ids(PluginKind.Action).ToHashSet(StringComparer.Ordinal),
        ConnectedActions = offers.Values
            .Where(found => found.Offer is IInstanceOffer<InstanceServices, IValueAction>)
            .Select(found => found.Offer.Description.Id)
            .ToHashSet(StringComparer.Ordinal),
        ActionSchemas = Schemas((offer, plugin) => ActionSchema.Of(offer, plugin.Folder.Path)),
        ActionResults = Schemas((offer, _) => ActionSchema.OfResult(offer)),
        OffloadProviders = offers.Values
            .Select(found => found.Offer.Description)
            .Where(description => description.Kind == PluginKind.OffloadProvider)
            .ToDictionary(description => description.Id, description => description.Offload!.Value, StringComparer.Ordinal),
        UnderstandingProviders = Ids(PluginKind.Understanding).ToHashSet(StringComparer.Ordinal),
        Channels = Ids(PluginKind.Channel).ToDictionary(id => id, Profile, StringComparer.Ordinal),
        OffloadChannels = offers
            .Where(offer => offer.Key.Kind == PluginKind.OffloadProvider && offer.Value.Plugin.Manifest?.Takes.ContainsKey(offer.Key.Id) == true)
            .ToDictionary(offer => offer.Key.Id, offer => offer.Value.Plugin.Manifest!.Takes[offer.Key.Id], StringComparer.Ordinal),
    };

    private Dictionary<string, string> Schemas(Func<IActionSchemaSource, PluginEntry, string?> read) => offers.Values
        .Where(found => found.Offer is IActionSchemaSource)
        .Select(found => (found.Offer.Description.Id, Schema: read((IActionSchemaSource)found.Offer, found.Plugin)))
        .Where(found => found.Schema is not null)
        .ToDictionary(found => found.Id, found => found.Schema!, StringComparer.Ordinal);

    private ChannelProfile Profile(string id) =>
        offers[(PluginKind.Channel, id)].Plugin.Manifest?.Channels.GetValueOrDefault(id) ?? new ChannelProfile();

    /// <summary>The ids of a kind, for messages.</summary>
    public IEnumerable<string> Ids(PluginKind kind) => offers.Keys
        .Where(key => key.Kind == kind)
        .Select(key => key.Id)
        .Order(StringComparer.Ordinal);
}
