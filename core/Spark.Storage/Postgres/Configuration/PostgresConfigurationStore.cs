using Npgsql;
using Spark.Runtime.Configuration;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Configuration;

/// <summary>What administrators set, in PostgreSQL.</summary>
internal sealed class PostgresConfigurationStore(PostgresDatabase database, TimeProvider time) : IConfigurationStore
{
    private const string Revision = "SELECT revision FROM revision";

    private const string All =
        """
        SELECT r.revision, c.kind, c.name, c.edition, c.changed_at, c.data, c.sealed, c.key_id
        FROM revision r LEFT JOIN configuration c ON true ORDER BY c.kind, c.name
        """;

    // Whoever changes something holds the row of the revision until it is committed: changes come one after the other.
    private const string Hold = "SELECT revision FROM revision FOR UPDATE";

    private const string Put =
        """
        WITH known AS (
            SELECT coalesce((SELECT edition FROM configuration WHERE kind = $1 AND name = $2), 0) AS present,
                coalesce((SELECT max(edition) FROM configuration_history WHERE kind = $1 AND name = $2), 0) + 1 AS next
        ), put AS (
            INSERT INTO configuration (kind, name, edition, changed_at, data, sealed, key_id)
            SELECT $1, $2, next, $3, $4, $5, $6 FROM known WHERE $7 < 0 OR present = $7
            ON CONFLICT (kind, name) DO UPDATE SET
                edition = excluded.edition, changed_at = excluded.changed_at, data = excluded.data, sealed = excluded.sealed, key_id = excluded.key_id
            RETURNING edition
        ), kept AS (
            INSERT INTO configuration_history (kind, name, edition, changed_at, data) SELECT $1, $2, edition, $3, $4 FROM put
        ), raised AS (
            UPDATE revision SET revision = revision + 1 WHERE EXISTS (SELECT FROM put)
        )
        SELECT edition FROM put
        """;

    private const string Remove =
        """
        WITH removed AS (DELETE FROM configuration WHERE kind = $1 AND name = $2 RETURNING 1),
            raised AS (UPDATE revision SET revision = revision + 1 WHERE EXISTS (SELECT FROM removed))
        SELECT count(*) FROM removed
        """;

    private const string History =
        "SELECT edition, changed_at, data FROM configuration_history WHERE kind = $1 AND name = $2 ORDER BY edition DESC LIMIT 100";

    public async ValueTask<long> RevisionAsync(CancellationToken cancellationToken) =>
        (await database.Sessions.ReadAsync(Revision, row => row.GetInt64(0), cancellationToken))[0];

    public async ValueTask<ConfigurationSet> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.Sessions.ReadAsync(All, row => (Revision: row.GetInt64(0), Item: Read(row)), cancellationToken);
        return new(rows[0].Revision, [.. rows.Select(row => row.Item).OfType<ConfigurationItem>()]);
    }

    public async ValueTask<long?> PutAsync(ConfigurationItem item, long? expected, CancellationToken cancellationToken) =>
        await database.Sessions.RunAsync<long?>(
            async (connection, token) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(token);
                await connection.ReadAsync(Hold, row => row.GetInt64(0), token);
                var editions = await connection.ReadAsync(
                    Put,
                    row => row.GetInt64(0),
                    token,
                    Of(ConfigurationWords.Of(item.Kind)),
                    Of(item.Name),
                    Of(UnixTime.Of(time.GetUtcNow())),
                    Of(item.Data),
                    Of(item.Sealed),
                    Of(item.KeyId),
                    Of(expected ?? -1));
                await transaction.CommitAsync(token);
                return editions.Count > 0 ? editions[0] : null;
            },
            cancellationToken);

    public async ValueTask<bool> RemoveAsync(ConfigurationKind kind, string name, CancellationToken cancellationToken) =>
        (await database.Sessions.ReadAsync(
            Remove, row => row.GetInt64(0), cancellationToken, Of(ConfigurationWords.Of(kind)), Of(name)))[0] > 0;

    public async ValueTask<IReadOnlyList<ConfigurationItem>> HistoryAsync(ConfigurationKind kind, string name, CancellationToken cancellationToken) =>
        await database.Sessions.ReadAsync(
            History,
            row => new ConfigurationItem(kind, name, row.GetFieldValue<byte[]>(2)) { Edition = row.GetInt64(0), ChangedAt = UnixTime.Read(row.GetInt64(1)) },
            cancellationToken,
            Of(ConfigurationWords.Of(kind)),
            Of(name));

    private static ConfigurationItem? Read(NpgsqlDataReader row) =>
        !row.IsDBNull(1) && ConfigurationWords.Kind(row.GetString(1)) is { } kind
            ? new(kind, row.GetString(2), row.GetFieldValue<byte[]>(5))
            {
                Edition = row.GetInt64(3),
                ChangedAt = UnixTime.Read(row.GetInt64(4)),
                Sealed = row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6),
                KeyId = row.IsDBNull(7) ? null : row.GetString(7),
            }
            : null;
}
