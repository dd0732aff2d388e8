using Spark.Channels;
using Spark.Engine.Reading;
using Spark.Plugins;
using Spark.Plugins.Environments;

namespace Spark.Host.Hosting;

/// <summary>The installed plugins without a server around them: what commands look at that need no database.</summary>
internal sealed class InstalledPlugins : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private InstalledPlugins(ServiceProvider services) => this.services = services;

    public PluginHost Host => services.GetRequiredService<PluginHost>();

    /// <summary>Loads the plugins of a folder, and the instances of an environment when one is given.</summary>
    public static async Task<InstalledPlugins> LoadAsync(
        string folder, EnvironmentConfig? environment, string secrets, CancellationToken cancellationToken)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton<Func<string, IConversationFeed>>(_ => new EmptyFeed());
        collection.AddSparkPlugins();
        var installed = new InstalledPlugins(collection.BuildServiceProvider());
        var isLoaded = false;
        try
        {
            await installed.Host.LoadAsync(
                new()
                {
                    Roots = [folder],
                    Environment = environment ?? EnvironmentConfig.Empty,
                    SecretsFolder = secrets,
                    // Nothing listens here at all.
                    HearsOnlyLoopback = true,
                },
                cancellationToken);
            isLoaded = true;
            return installed;
        }
        finally
        {
            if (!isLoaded)
            {
                await installed.DisposeAsync();
            }
        }
    }

    /// <summary>What the plugins of a folder offer, for the checker.</summary>
    public static async Task<InstalledOffers> OffersAsync(string folder, CancellationToken cancellationToken)
    {
        await using var installed = await LoadAsync(folder, null, Path.GetTempPath(), cancellationToken);
        return installed.Host.Catalog.Offers;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>There are no conversations without a server.</summary>
    private sealed class EmptyFeed : IConversationFeed
    {
        public ValueTask<FeedPage?> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken) => new((FeedPage?)null);

        public ValueTask<FeedPage?> ReadLastAsync(string conversationId, long? before, int limit, CancellationToken cancellationToken) => new((FeedPage?)null);
    }
}
