using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Actions;
using Spark.Channels;

namespace Spark.Offload.SparkcentralQueue.Tests.Support;

/// <summary>What the plugin offers and what lies in its folder.</summary>
internal sealed class Manifest : IPluginBuilder
{
    public List<(string Id, OffloadKind Kind)> Providers { get; } = [];

    public JsonTypeInfo? SettingsReader { get; private set; }

    public static string Folder =>
        Path.Combine(Root(AppContext.BaseDirectory), "artifacts", "plugins", "offload-provider", "sparkcentral-queue", "0.1.0");

    /// <summary>The settings as the host reads them.</summary>
    public static SparkcentralQueueSettings Settings(string json)
    {
        var offers = new Manifest();
        new SparkcentralQueuePlugin().Configure(offers);
        return (SparkcentralQueueSettings)JsonSerializer.Deserialize(json, offers.SettingsReader!)!;
    }

    /// <summary>A file of the plugin's folder, as it was laid out for the host.</summary>
    public static JsonElement File(string name) => JsonElement.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, name)));

    public void AddChannel<TSettings>(string id, JsonTypeInfo<TSettings> settings, Func<TSettings, ChannelServices, IChannel> create) =>
        throw new NotSupportedException();

    public void AddOffloadProvider<TSettings>(
        string id, OffloadKind kind, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IOffloadProvider> create)
    {
        Providers.Add((id, kind));
        SettingsReader = settings;
    }

    public void AddAction<TInput, TOutput>(
        string id,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Func<InstanceServices, IAction<TInput, TOutput>> create,
        bool isRepeatable) =>
        throw new NotSupportedException();

    private static string Root(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Spark.sln")) ? folder : Root(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Spark.sln"));
}
