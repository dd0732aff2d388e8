using Microsoft.Extensions.DependencyInjection;
using Spark.Host.CommandLine;
using Spark.Host.Hosting;
using Spark.Runtime.Nodes;
using Spark.Scenarios.Tests.Support;
using Spark.Storage;
using Spark.Tests;

namespace Spark.Host.Tests.Hosting;

/// <summary>How a server ends whose start has not come to its end.</summary>
public sealed class SparkServerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CancellationToken cancelled = TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Told_to_stop_while_it_starts_it_stops_what_it_has_begun()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);

        var code = await SparkServer.RunAsync(
            Settings(),
            async server =>
            {
                await LivesAsync(server);
                await stop.CancelAsync();
                stop.Token.ThrowIfCancellationRequested();
            },
            stop.Token);

        code.ShouldBe(ExitCode.Done);
        (await LivingAsync()).ShouldBeEmpty("its lease is free");
    }

    [Fact]
    public async Task When_its_start_fails_it_stops_what_it_has_begun()
    {
        await Should.ThrowAsync<InvalidDataException>(async () => await SparkServer.RunAsync(
            Settings(),
            async server =>
            {
                await LivesAsync(server);
                throw new InvalidDataException();
            },
            cancelled));

        (await LivingAsync()).ShouldBeEmpty("its lease is free");
    }

    private async Task LivesAsync(RunningServer server) =>
        await Condition.HoldsAsync(async () => (await server.Services.GetRequiredService<INodeStore>().ListAsync(cancelled)).Count == 1);

    private async Task<IReadOnlyList<NodeRecord>> LivingAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSparkSqlite(folder.Path("data"));
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<INodeStore>().ListAsync(cancelled);
    }

    private HostSettings Settings() => new()
    {
        Bots = Directory.CreateDirectory(folder.Path("bots")).FullName,
        Data = folder.Path("data"),
        Environment = folder.Write("environment.yaml", "publicUrl: http://127.0.0.1:1\n"),
        Plugins = Directory.CreateDirectory(folder.Path("plugins")).FullName,
        Secrets = folder.Path("secrets"),
        Urls = "http://127.0.0.1:0",
    };
}
