using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Actions;
using Spark.Offload;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>What the plugin offers and what lies in its folder.</summary>
internal sealed class Manifest : IPluginBuilder
{
    public List<string> Channels { get; } = [];

    public JsonTypeInfo? SettingsReader { get; private set; }

    /// <summary>The settings as the host reads them.</summary>
    public static TeamsSettings Settings(string json)
    {
        var offers = new Manifest();
        new TeamsPlugin().Configure(offers);
        return (TeamsSettings)JsonSerializer.Deserialize(json, offers.SettingsReader!)!;
    }

    public static JsonTypeInfo Reader
    {
        get
        {
            var offers = new Manifest();
            new TeamsPlugin().Configure(offers);
            return offers.SettingsReader!;
        }
    }

    /// <summary>A file of the plugin's folder, as it was laid out for the host.</summary>
    public static JsonElement File(string name) => JsonElement.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, name)));

    public static string Folder => Path.Combine(Root(AppContext.BaseDirectory), "artifacts", "plugins", "channel", "teams", "0.1.0");

    public void AddChannel<TSettings>(string id, JsonTypeInfo<TSettings> settings, Func<TSettings, ChannelServices, IChannel> create)
    {
        Channels.Add(id);
        SettingsReader = settings;
    }

    public void AddOffloadProvider<TSettings>(
        string id, OffloadKind kind, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IOffloadProvider> create) =>
        throw new NotSupportedException();

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
