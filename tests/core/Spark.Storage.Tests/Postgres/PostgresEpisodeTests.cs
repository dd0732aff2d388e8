using System.Globalization;
using Npgsql;
using Spark.Storage.Tests.Conformance;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;

namespace Spark.Storage.Tests.Postgres;

public sealed class PostgresEpisodeTests(PostgresServer server) : EpisodeConformance
{
    protected override ValueTask<StoresUnderTest> OpenAsync() => PostgresStores.CreateAsync(server);

    protected override async Task<long> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(((PostgresStores)Stores).ConnectionString);
        await connection.OpenAsync(Cancelled);
#pragma warning disable CA2100 // Literals of the tests.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancelled) ?? 0L, CultureInfo.InvariantCulture);
    }
}
