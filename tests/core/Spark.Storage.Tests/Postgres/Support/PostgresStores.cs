using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Spark.Storage.Postgres;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Postgres.Support;

/// <summary>The stores on a database of the tests' PostgreSQL.</summary>
public sealed class PostgresStores : StoresUnderTest
{
    private readonly PostgresServer? server;
    private readonly string? through;
    private readonly TimeProvider? time;
    private readonly Action<PostgresOptions>? configure;

    /// <param name="connectionString">How the database is reached.</param>
    /// <param name="server">Where it is dropped in the end; null for nowhere.</param>
    /// <param name="through">How the stores reach it, when that is another way.</param>
    /// <param name="time">The clock, when it is not the one that stands still.</param>
    /// <param name="configure">Other options.</param>
    public PostgresStores(
        string connectionString, PostgresServer? server, string? through = null, TimeProvider? time = null, Action<PostgresOptions>? configure = null)
    {
        ConnectionString = connectionString;
        this.server = server;
        this.through = through;
        this.time = time;
        this.configure = configure;
    }

    public string ConnectionString { get; }

    public static async ValueTask<StoresUnderTest> CreateAsync(PostgresServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return new PostgresStores(await server.CreateDatabaseAsync(TestContext.Current.CancellationToken), server);
    }

    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // The tests' own statements.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetValue(0).ToString() ?? "");
        }

        return rows;
    }

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton(time ?? Clock);

        // Ends only a test that has failed: a machine with other work on it takes its time, also in the middle of a statement.
        services.Configure<PostgresOptions>(options => options.ConnectLimit = options.StatementLimit = TimeSpan.FromMinutes(1));
        services.Configure(configure ?? (_ => { }));
        services.AddSparkPostgres(through ?? ConnectionString);
    }

    protected override async Task RemoveAsync()
    {
        if (server is not null)
        {
            await server.DropDatabaseAsync(ConnectionString);
        }
    }
}
