using System.Globalization;
using Microsoft.Extensions.Options;
using Spark.Engine.Reading;
using Spark.Messages;
using Spark.Plugins.Catalog;
using Spark.Plugins.Environments;
using Spark.Plugins.Instances;
using Spark.Testing;
using Spark.Webhooks;

namespace Spark.Plugins.Tests.Support;

/// <summary>A plugin host over a folder of plugins, with a clock that tests move.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    public HostUnderTest()
        : this(new PluginOptions())
    {
    }

    public HostUnderTest(PluginOptions options, TimeProvider? time = null) =>
        Host = new PluginHost(Options.Create(options), time ?? Clock, Loggers, _ => new EmptyFeed());

    public PluginRoot Plugins { get; } = new();

    public ManualClock Clock { get; } = new();

    public CollectingLoggers Loggers { get; } = new();

    public PluginHost Host { get; }

    public string? SecretsFolder { get; set; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public static EnvironmentConfig Environment(string yaml)
    {
        var reading = EnvironmentReader.Read("publicUrl: http://localhost:5080\n" + yaml, "test.yaml");
        return reading.Config ?? throw new InvalidOperationException(string.Join('\n', reading.Findings));
    }

    public Task<PluginCatalog> LoadAsync(string yaml = "", params IReadOnlyList<string> roots) => Host.LoadAsync(
        new()
        {
            Roots = roots.Count == 0 ? [Plugins.Path] : roots,
            Environment = Environment(yaml),
            SecretsFolder = SecretsFolder,
            Variable = name => Variables.GetValueOrDefault(name),
        },
        TestContext.Current.CancellationToken);

    public PluginReport Plugin(string id) => Host.Catalog.Plugins.Single(plugin => plugin.Id == id && plugin.Status != PluginStatus.Disabled);

    public InstanceReport Instance(string id) => Host.Catalog.Instances.Single(instance => instance.Id == id);

    public static Finding TheFinding(IReadOnlyList<Finding> findings, string code)
    {
        var finding = findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Remedy.ShouldNotBeNullOrWhiteSpace();
        return finding;
    }

    public static WebhookRequest Request(string body = "hello") => new()
    {
        Method = "POST",
        Path = "",
        Body = System.Text.Encoding.UTF8.GetBytes(body),
        ReceivedAt = DateTimeOffset.Parse("2026-03-01T12:00:00Z", CultureInfo.InvariantCulture),
    };

    public static OutboundMessage Message(int attempt = 1) => new()
    {
        ConversationId = "one",
        EffectId = "effect",
        Parts = [new TextPart("hello")],
        Language = "en",
        Attempt = attempt,
    };

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Plugins.Dispose();
    }
}
