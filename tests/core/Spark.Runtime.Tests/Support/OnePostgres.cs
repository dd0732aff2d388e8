using Spark.Runtime.Tests.Support;
using Spark.Tests;

[assembly: AssemblyFixture(typeof(OnePostgres))]

namespace Spark.Runtime.Tests.Support;

/// <summary>A PostgreSQL for those tests that run on both databases, started when the first one asks.</summary>
public sealed class OnePostgres : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1, 1);
    private PostgresCluster? cluster;
    private int databases;

    /// <summary>A new database; returns how it is reached.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await starting.WaitAsync(cancellationToken);
        try
        {
            cluster ??= await PostgresCluster.StartAsync(cancellationToken);
            var name = $"spark_{++databases}";
            await using var connection = new Npgsql.NpgsqlConnection(cluster.ConnectionString("postgres") + ";Pooling=false");
            await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // A name of our own making.
            await using var create = new Npgsql.NpgsqlCommand($"CREATE DATABASE {name}", connection);
#pragma warning restore CA2100
            await create.ExecuteNonQueryAsync(cancellationToken);
            return cluster.ConnectionString(name);
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        starting.Dispose();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }
}
