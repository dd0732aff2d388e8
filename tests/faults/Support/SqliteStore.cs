using Microsoft.Extensions.DependencyInjection;
using Spark.Storage;

namespace Spark.Faults.Tests.Support;

/// <summary>A SQLite file in a host's data folder, which may be a disk of its own.</summary>
internal sealed class SqliteStore(string data, IAsyncDisposable? disk = null) : IStoreUnderTest
{
    public IReadOnlyList<string> HostArguments => [];

    public Books Open()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSparkSqlite(data);
        return new(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => disk?.DisposeAsync() ?? ValueTask.CompletedTask;
}
