using Npgsql;
using Spark.Storage.Tests.Postgres.Support;
using Spark.Tests;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Spark.Storage.Tests.Postgres.Support;

/// <summary>One PostgreSQL for a run of the tests, started when the first test asks for a database.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Template = "spark_template";

    private readonly SemaphoreSlim starting = new(1, 1);
    private PostgresCluster? cluster;
    private int databases;

    /// <summary>A new database with our schema; returns how it is reached.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken, bool isEmpty = false)
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await StartAsync(cancellationToken);
        var name = $"spark_{Interlocked.Increment(ref databases)}";
        await RunAsync(isEmpty ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {Template}", cancellationToken);
        return cluster!.ConnectionString(name);
    }

    public async Task DropDatabaseAsync(string connectionString) =>
        await RunAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)", CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        starting.Dispose();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken);
        try
        {
            if (cluster is null)
            {
                cluster = await PostgresCluster.StartAsync(cancellationToken);
                await RunAsync($"CREATE DATABASE {Template}", cancellationToken);
                await using var source = NpgsqlDataSource.Create(cluster.ConnectionString(Template) + ";Pooling=false");
                await Spark.Storage.Postgres.PostgresMigrations.RunAsync(source, cancellationToken);
            }
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(cluster!.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // Names of our own making.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
