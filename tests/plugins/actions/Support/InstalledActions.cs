using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Engine.Reading;
using Spark.Expressions;
using Spark.Plugins;
using Spark.Plugins.Catalog;
using Spark.Plugins.Environments;
using Spark.Plugins.Instances;
using Spark.Testing;
using Spark.Tests;
using Spark.Understanding;

namespace Spark.Actions.Tests.Support;

/// <summary>The installed plugins in a host, with connections of a test: an action runs from values to values as in a conversation.</summary>
internal sealed class InstalledActions : IAsyncDisposable
{
    private readonly PluginHost host;

    private InstalledActions() =>
        host = new PluginHost(Options.Create(new PluginOptions()), Clock, Logs, _ => throw new NotSupportedException(), new() { ApiCalls = ApiCalls });

    public ManualClock Clock { get; } = new();

    public CollectedLogs Logs { get; } = new();

    public ScriptedApiCalls ApiCalls { get; } = new();

    public PluginCatalog Catalog => host.Catalog;

    public InstalledOffers Offers => host.Catalog.Offers;

    public static async Task<InstalledActions> LoadAsync(string connections = "", params (string Name, string Value)[] secrets)
    {
        var installed = new InstalledActions();
        var reading = EnvironmentReader.Read($"publicUrl: http://localhost:5080\n{connections}", "test.yaml");
        reading.Findings.ShouldBeEmpty();
        await installed.host.LoadAsync(
            new()
            {
                Roots = [Path.Combine(Repository.Root, "artifacts", "plugins")],
                Environment = reading.Config!,
                Variable = name => secrets.FirstOrDefault(secret => secret.Name == name).Value,
            },
            TestContext.Current.CancellationToken);
        return installed;
    }

    public InstanceReport Connection(string name) => host.Catalog.Instances.Single(instance => instance.Kind == InstanceKind.Connection && instance.Id == name);

    public bool IsRepeatable(string action, string input, int tries = 1) =>
        host.IsRepeatable(action, Value.Parse(input), Context() with { Tries = tries });

    public async Task<ActionResult<Value>> RunAsync(string action, string input, ActionContext? context = null) => await host.ExecuteAsync(
        action, Value.Parse(input), context ?? Context(), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public async Task<UnderstandingResult> UnderstandAsync(string connection, UnderstandingRequest request, TimeSpan? within = null) =>
        await host.UnderstandAsync(connection, request, within ?? TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public static ActionContext Context(string language = "en") => new()
    {
        EffectId = "c-7-0", Attempt = 1, Language = language, Person = new Person { Id = "jo" },
    };

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
