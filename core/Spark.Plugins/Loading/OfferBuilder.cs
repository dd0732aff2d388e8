using System.Text.Json.Serialization.Metadata;
using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Reading;
using Spark.Messages;
using Spark.Offload;
using Spark.Plugins.Catalog;
using Spark.Plugins.Manifests;
using Spark.Understanding;

namespace Spark.Plugins.Loading;

/// <summary>Records what a plugin offers while its Configure runs.</summary>
internal sealed class OfferBuilder(PluginManifest manifest, string file) : IPluginBuilder, IUnderstandingBuilder, IPreviewBuilder
{
    private readonly Lock gate = new();
    private readonly List<IOffer> offers = [];
    private readonly List<Finding> findings = [];
    private bool closed;

    public void AddChannel<TSettings>(string id, JsonTypeInfo<TSettings> settings, Func<TSettings, ChannelServices, IChannel> create)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(create);
        Add(new InstanceOffer<TSettings, ChannelServices, IChannel>(new(PluginKind.Channel, id), settings, create));
    }

    public void AddOffloadProvider<TSettings>(
        string id, OffloadKind kind, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IOffloadProvider> create)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(create);
        Add(new InstanceOffer<TSettings, InstanceServices, IOffloadProvider>(
            new(PluginKind.OffloadProvider, id, kind), settings, create));
    }

    public void AddAction<TInput, TOutput>(
        string id,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Func<InstanceServices, IAction<TInput, TOutput>> create,
        bool isRepeatable)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(create);
        Add(new ActionOffer<TInput, TOutput>(new(PluginKind.Action, id), input, output, create, isRepeatable));
    }

    public void AddConnectedAction<TSettings, TInput, TOutput>(
        string id,
        JsonTypeInfo<TSettings> settings,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Func<TSettings, InstanceServices, IAction<TInput, TOutput>> create,
        bool isRepeatable = false)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(create);
        Add(new ConnectedActionOffer<TSettings, TInput, TOutput>(new(PluginKind.Action, id), settings, input, output, create, isRepeatable));
    }

    public void AddUnderstandingProvider<TSettings>(
        string id, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IUnderstandingProvider> create)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(create);
        Add(new InstanceOffer<TSettings, InstanceServices, IUnderstandingProvider>(new(PluginKind.Understanding, id), settings, create));
    }

    public void AddPreview(string channel, Func<OutboundMessage, IReadOnlyList<MessagePreview>> show)
    {
        ArgumentNullException.ThrowIfNull(show);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (offers.Find(offer => offer.Description.Kind == PluginKind.Channel && string.Equals(offer.Description.Id, channel, StringComparison.Ordinal)) is IPreviewedOffer offered)
            {
                offered.Show = show;
            }
            else
            {
                Refuse($"The plugin tells how the channel '{channel}' shows messages, and has not offered that channel.", "Call AddChannel for it before AddPreview.");
            }
        }
    }

    /// <summary>Ends the recording: a plugin that kept the builder, or is still inside Configure, adds nothing more.</summary>
    public (IReadOnlyList<IOffer> Offers, IReadOnlyList<Finding> Findings) Close()
    {
        lock (gate)
        {
            closed = true;
            if (offers.Count == 0 && findings.Count == 0)
            {
                Refuse("The plugin offers nothing.", "Call Add… in Configure for each thing that it offers.");
            }

            return ([.. offers], [.. findings]);
        }
    }

    private void Add(IOffer offer)
    {
        var (kind, id, _) = offer.Description;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (!OfferId.IsWellFormed(id))
            {
                Refuse($"The plugin offers the id '{id}', which is no id.", $"Use {OfferId.Form}.");
            }
            else if (!manifest.Kinds.Contains(kind))
            {
                Refuse(
                    $"The plugin offers the {PluginKinds.Name(kind)} '{id}', and its manifest does not name that kind.",
                    $"Add \"{PluginKinds.Name(kind)}\" to the manifest's kinds.");
            }
            else if (offers.Any(other => other.Description.Kind == kind && string.Equals(other.Description.Id, id, StringComparison.Ordinal)))
            {
                Refuse($"The plugin offers the {PluginKinds.Name(kind)} '{id}' twice.", "Give each offer an id of its own.");
            }
            else
            {
                offers.Add(offer);
            }
        }
    }

    private void Refuse(string message, string remedy) => findings.Add(Problem.In(LoadingCodes.Offer, file, message, remedy));
}
