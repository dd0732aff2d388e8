using Spark.Runtime.Bots;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Bots;

/// <summary>What is published, in PostgreSQL.</summary>
internal sealed class PostgresPublicationStore(PostgresDatabase database) : IPublicationStore
{
    // One statement, one moment.
    private const string Read = "SELECT r.revision, p.bot, p.version FROM revision r LEFT JOIN publications p ON true";

    private const string Publish =
        """
        WITH changed AS (
            INSERT INTO publications (bot, version) SELECT * FROM unnest($1::text[], $2::text[])
            ON CONFLICT (bot) DO UPDATE SET version = excluded.version WHERE publications.version <> excluded.version
            RETURNING 1
        )
        UPDATE revision SET revision = revision + CASE WHEN EXISTS (SELECT FROM changed) THEN 1 ELSE 0 END RETURNING revision
        """;

    public async ValueTask<Publication> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.Sessions.ReadAsync(
            Read,
            row => (Revision: row.GetInt64(0), Bot: row.IsDBNull(1) ? null : row.GetString(1), Version: row.IsDBNull(2) ? "" : row.GetString(2)),
            cancellationToken);
        return new(
            rows[0].Revision,
            rows.Where(row => row.Bot is not null).ToDictionary(row => row.Bot!, row => row.Version, StringComparer.Ordinal));
    }

    public async ValueTask<long> PublishAsync(IReadOnlyDictionary<string, string> versions, CancellationToken cancellationToken)
    {
        // In one order, so that two who publish the same bots at once wait for each other instead of standing in each other's way.
        var sorted = versions.OrderBy(version => version.Key, StringComparer.Ordinal).ToList();
        var revision = await database.Sessions.ReadAsync(
            Publish,
            row => row.GetInt64(0),
            cancellationToken,
            Of(sorted.Select(version => version.Key).ToArray()),
            Of(sorted.Select(version => version.Value).ToArray()));
        return revision[0];
    }
}
