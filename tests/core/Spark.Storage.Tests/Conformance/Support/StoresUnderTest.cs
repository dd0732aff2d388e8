using Microsoft.Extensions.DependencyInjection;
using Spark.Runtime.Nodes;
using Spark.Runtime.Turns;
using Spark.Testing;

namespace Spark.Storage.Tests.Conformance.Support;

/// <summary>The stores on a real database of a test's own.</summary>
public abstract class StoresUnderTest : IAsyncDisposable
{
    private ServiceProvider? services;

    public ManualClock Clock { get; } = new();

    public T Get<T>()
        where T : notnull => (services ??= Open()).GetRequiredService<T>();

    /// <summary>Registers a node that lives on.</summary>
    public Task<long> JoinAsync() => JoinAsync(TimeSpan.FromMinutes(10));

    /// <summary>Registers a node.</summary>
    public async Task<long> JoinAsync(TimeSpan lease)
    {
        var id = Random.Shared.NextInt64(1, long.MaxValue);
        await Get<INodeStore>().RegisterAsync(new(id, $"test/{id}", 1, lease), TestContext.Current.CancellationToken);
        return id;
    }

    /// <summary>The revision, as a load brings it.</summary>
    public async Task<long> RevisionAsync() =>
        (await Get<IConversationStore>().LoadAsync(default, [], TestContext.Current.CancellationToken)).Revision;

    /// <summary>Closes the database and opens it again, as a new process does.</summary>
    public async Task ReopenAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
            services = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ReopenAsync();
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract void Register(IServiceCollection services);

    protected abstract Task RemoveAsync();

    private ServiceProvider Open()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        Register(collection);
        return collection.BuildServiceProvider();
    }
}
