using Microsoft.Extensions.DependencyInjection;
using Spark.Storage;
using Spark.Tests;

namespace Spark.Faults.Tests.Support;

/// <summary>A PostgreSQL of its own.</summary>
internal sealed class PostgresStore : IStoreUnderTest
{
    private const string Database = "postgres";

    private PostgresStore(PostgresCluster cluster) => Cluster = cluster;

    public PostgresCluster Cluster { get; }

    public IReadOnlyList<string> HostArguments => ["--database", Cluster.ConnectionString(Database)];

    public static async Task<PostgresStore> StartAsync()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        return new(await PostgresCluster.StartAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>For those who need no folder.</summary>
    public static async Task<IStoreUnderTest> MakeAsync(string folder) => await StartAsync();

    public Books Open()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSparkPostgres(Cluster.ConnectionString(Database));
        return new(services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync() => await Cluster.DisposeAsync();
}
