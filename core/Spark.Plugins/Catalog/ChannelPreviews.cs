using Spark.Channels;
using Spark.Engine.Reading;
using Spark.Messages;
using Spark.Plugins.Instances;
using Spark.Plugins.Supervision;
using Spark.Runtime.Secrets;

namespace Spark.Plugins.Catalog;

/// <summary>How the channels of the running plugins show a message, without sending it: no instance is needed, and none is touched.</summary>
public sealed class ChannelPreviews
{
    private readonly OfferIndex offers;
    private readonly PluginSupervisor supervisor;
    private readonly TimeSpan limit;

    internal ChannelPreviews(OfferIndex offers, PluginSupervisor supervisor, TimeSpan limit)
    {
        this.offers = offers;
        this.supervisor = supervisor;
        this.limit = limit;
    }

    /// <summary>The channels that the running plugins offer, by id.</summary>
    public IReadOnlyList<ChannelSight> Channels =>
        [.. offers.Ids(PluginKind.Channel).Select(id => offers.Find(PluginKind.Channel, id)!.Value).Select(found => Sight(found.Plugin, found.Offer))];

    /// <summary>Asks a channel how it shows a message.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it sends, in order; null when it does not tell, fails, or is too late.</returns>
    public async ValueTask<IReadOnlyList<MessagePreview>?> ShowAsync(string channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (offers.Find(PluginKind.Channel, channel) is not (var plugin, IPreviewedOffer { Show: { } show }))
        {
            return null;
        }

        var site = new CallSite($"channel '{channel}'", SecretMask.None, plugin.Gate);
        return (await supervisor.CallAsync(site, "its preview", _ => ValueTask.FromResult(Checked(show(message))), limit, cancellationToken)).Value;
    }

    // All that the host will read later is looked at while the plugin is still under supervision.
    private static IReadOnlyList<MessagePreview>? Checked(IReadOnlyList<MessagePreview>? shown)
    {
        MessagePreview[] previews = [.. shown ?? []];
        return Array.TrueForAll(previews, preview => preview is { Shown: not null, Remarks: not null })
            ? [.. previews.Select(preview => preview with { Shown = [.. preview.Shown], Payload = preview.Payload.Clone(), Remarks = [.. preview.Remarks] })]
            : null;
    }

    private static ChannelSight Sight(PluginEntry plugin, IOffer offer) => new(
        offer.Description.Id,
        plugin.Manifest?.Name ?? offer.Description.Id,
        plugin.Manifest?.Channels.GetValueOrDefault(offer.Description.Id) ?? new ChannelProfile(),
        offer is IPreviewedOffer { Show: not null });
}
