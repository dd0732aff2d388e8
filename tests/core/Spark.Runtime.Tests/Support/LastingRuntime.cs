using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spark.Runtime.Actions;
using Spark.Runtime.Bots;
using Spark.Runtime.Channels;
using Spark.Runtime.Offload;
using Spark.Runtime.Turns;
using Spark.Storage;
using Spark.Storage.Postgres;

namespace Spark.Runtime.Tests.Support;

/// <summary>The runtime on a real clock and database, of which the test keeps nothing: for loads that would not fit into its memory.</summary>
public sealed class LastingRuntime : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private IReadOnlyList<IHostedService> running = [];

    /// <param name="folder">Where the SQLite file lies.</param>
    /// <param name="database">The PostgreSQL; null for SQLite.</param>
    /// <param name="engine">What turns do.</param>
    /// <param name="channel">The one channel instance.</param>
    public LastingRuntime(TempFolder folder, string? database, ITurnEngine engine, IRunningChannel channel)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Turns:MostASecond", "0")]).Build());
        collection.AddSingleton(new RuntimeLifetime(CancellationToken.None));
        collection.AddSingleton(engine);
        collection.AddSingleton<IBotCompiler>(new TestCompiler());
        var directory = new OneChannel(channel);
        collection.AddSingleton<IChannelDirectory>(directory);
        collection.AddSingleton<IActionDirectory>(new TestDirectory());
        collection.AddSingleton<IOffloadDirectory>(new TestDirectory());
        if (database is null)
        {
            collection.AddSparkSqlite(folder.Path);
        }
        else
        {
            collection.AddSparkPostgres(database);
            collection.Configure<PostgresOptions>(options => options.ConnectLimit = options.StatementLimit = TimeSpan.FromMinutes(1));
        }

        collection.AddSparkRuntime();
        services = collection.BuildServiceProvider();
    }

    public TurnRunner Turns => services.GetRequiredService<TurnRunner>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Publishes a bot; turns can be written from now on.</summary>
    public Task PrepareAsync() => Get<BotCatalog>().ReplaceAsync([TestBots.Snapshot("helper", "v1")], TestContext.Current.CancellationToken);

    /// <summary>Starts all that works in the background.</summary>
    public async Task StartAsync()
    {
        running = [.. services.GetServices<IHostedService>()];
        foreach (var service in running)
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in running.Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await services.DisposeAsync();
    }

    private sealed class OneChannel(IRunningChannel channel) : IChannelDirectory
    {
        public IRunningChannel? Find(string instanceId) => instanceId == channel.Instance.Id ? channel : null;
    }
}
