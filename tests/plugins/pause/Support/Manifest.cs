using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using Spark.Channels;
using Spark.Offload;
using Spark.Testing;

namespace Spark.Actions.Pause.Tests.Support;

/// <summary>What the plugin offers, run from JSON to JSON as the host does, and what lies in its folder.</summary>
internal sealed class Manifest : IPluginBuilder
{
    private Func<string, ActionContext, Task<string>>? run;

    public ManualClock Clock { get; } = new();

    public string? Verb { get; private set; }

    public static string Folder => Path.Combine(Root(AppContext.BaseDirectory), "artifacts", "plugins", "action", "pause", "0.1.0");

    public static Manifest Offer()
    {
        var offer = new Manifest();
        new PausePlugin().Configure(offer);
        return offer;
    }

    public static JsonElement File(string name) => JsonElement.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, name)));

    public Task<string> ExecuteAsync(string input, ActionContext context) => run!(input, context);

    public void AddChannel<TSettings>(string id, JsonTypeInfo<TSettings> settings, Func<TSettings, ChannelServices, IChannel> create) =>
        throw new NotSupportedException();

    public void AddOffloadProvider<TSettings>(
        string id, OffloadKind kind, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IOffloadProvider> create) =>
        throw new NotSupportedException();

    public void AddAction<TInput, TOutput>(
        string id,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Func<InstanceServices, IAction<TInput, TOutput>> create,
        bool isRepeatable)
    {
        Verb = id;
        run = async (json, context) =>
        {
            using var http = new HttpClient();
            var action = create(new InstanceServices
            {
                InstanceId = id,
                Http = http,
                Time = Clock,
                Logs = NullLoggerFactory.Instance,
                PublicUrl = new Uri("https://spark.example"),
            });
            var result = await action.ExecuteAsync(JsonSerializer.Deserialize(json, input)!, context, TestContext.Current.CancellationToken);
            return JsonSerializer.Serialize(result.Output!, output);
        };
    }

    private static string Root(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Spark.sln")) ? folder : Root(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Spark.sln"));
}
