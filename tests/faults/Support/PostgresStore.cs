using Microsoft.Extensions.DependencyInjection;
using Npgsql;
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

    /// <summary>Opens a connection of the test's own.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(Cluster.ConnectionString(Database) + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>The first column of a statement's rows, as text.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
#pragma warning disable CA2100 // The tests' own statements.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetValue(0).ToString() ?? "");
        }

        return rows;
    }

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
