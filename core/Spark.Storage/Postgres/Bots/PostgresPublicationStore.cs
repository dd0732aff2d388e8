using Spark.Runtime.Bots;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Bots;

/// <summary>What is published, in PostgreSQL.</summary>
internal sealed class PostgresPublicationStore(PostgresDatabase database, TimeProvider time) : IPublicationStore, IBotSwitch
{
    // One statement, one moment.
    private const string Read = "SELECT r.revision, p.bot, p.version, (SELECT l.move FROM releases l WHERE l.bot = p.bot ORDER BY l.number DESC LIMIT 1), p.is_off FROM revision r LEFT JOIN publications p ON true";

    private const string Publish =
        """
        WITH changed AS (
            INSERT INTO publications (bot, version) SELECT * FROM unnest($1::text[], $2::text[])
            ON CONFLICT (bot) DO UPDATE SET version = excluded.version WHERE publications.version <> excluded.version
            RETURNING bot, version
        ), noted AS (
            INSERT INTO releases (bot, version, note, at, move, origin) SELECT bot, version, '', $3, 'finish', 'folder' FROM changed
        )
        UPDATE revision SET revision = revision + CASE WHEN EXISTS (SELECT FROM changed) THEN 1 ELSE 0 END RETURNING revision
        """;

    private const string ReleaseOne =
        """
        WITH put AS (
            INSERT INTO publications (bot, version) VALUES ($1, $2) ON CONFLICT (bot) DO UPDATE SET version = excluded.version
        ), noted AS (
            INSERT INTO releases (bot, version, note, at, move, origin) VALUES ($1, $2, $3, $4, $5, $6)
        )
        UPDATE revision SET revision = revision + 1 RETURNING revision
        """;

    private const string Switch =
        """
        WITH changed AS (UPDATE publications SET is_off = $2 WHERE bot = $1 AND is_off <> $2 RETURNING bot)
        UPDATE revision SET revision = revision + CASE WHEN EXISTS (SELECT FROM changed) THEN 1 ELSE 0 END
        RETURNING EXISTS (SELECT FROM publications WHERE bot = $1)
        """;

    private const string List = "SELECT number, version, note, at, move, origin FROM releases WHERE bot = $1 ORDER BY number";

    public async ValueTask<Publication> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.Sessions.ReadAsync(
            Read,
            row => (Revision: row.GetInt64(0), Bot: row.IsDBNull(1) ? null : row.GetString(1), Version: row.IsDBNull(2) ? "" : row.GetString(2), Move: row.IsDBNull(3) ? null : row.GetString(3), IsOff: !row.IsDBNull(4) && row.GetBoolean(4)),
            cancellationToken);
        return new(
            rows[0].Revision,
            rows.Where(row => row.Bot is not null).ToDictionary(row => row.Bot!, row => row.Version, StringComparer.Ordinal))
        {
            Moves = rows.Where(row => row.Bot is not null).ToDictionary(row => row.Bot!, row => ReleaseWords.Move(row.Move), StringComparer.Ordinal),
            Off = rows.Where(row => row.IsOff).Select(row => row.Bot!).ToHashSet(StringComparer.Ordinal),
        };
    }

    public async ValueTask<long> ReleaseAsync(Release release, CancellationToken cancellationToken)
    {
        var revision = await database.Sessions.ReadAsync(
            ReleaseOne,
            row => row.GetInt64(0),
            cancellationToken,
            Of(release.Bot),
            Of(release.Version),
            Of(release.Note),
            Of(UnixTime.Of(time.GetUtcNow())),
            Of(ReleaseWords.Of(release.Move)),
            Of(ReleaseWords.Of(release.Origin)));
        return revision[0];
    }

    public async ValueTask<bool> SwitchAsync(string bot, bool isOn, CancellationToken cancellationToken) =>
        (await database.Sessions.ReadAsync(Switch, row => row.GetBoolean(0), cancellationToken, Of(bot), Of(!isOn)))[0];

    public async ValueTask<IReadOnlyList<Release>> ListAsync(string bot, CancellationToken cancellationToken) => await database.Sessions.ReadAsync(
        List,
        row => new Release(bot, row.GetString(1), row.GetString(2), ReleaseWords.Move(row.GetString(4)), ReleaseWords.Origin(row.GetString(5)))
        {
            Number = row.GetInt64(0),
            At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        },
        cancellationToken,
        Of(bot));

    public async ValueTask<IReadOnlyList<VersionCount>> CountAsync(CancellationToken cancellationToken) => await database.Sessions.ReadAsync(
        WideStatements.OpenEpisodes.Sql, row => new VersionCount(row.GetString(0), row.GetString(1), row.GetInt64(2)), cancellationToken);

    public async ValueTask<long> PublishAsync(IReadOnlyDictionary<string, string> versions, CancellationToken cancellationToken)
    {
        // In one order, so that two who publish the same bots at once wait for each other instead of standing in each other's way.
        var sorted = versions.OrderBy(version => version.Key, StringComparer.Ordinal).ToList();
        var revision = await database.Sessions.ReadAsync(
            Publish,
            row => row.GetInt64(0),
            cancellationToken,
            Of(sorted.Select(version => version.Key).ToArray()),
            Of(sorted.Select(version => version.Value).ToArray()),
            Of(UnixTime.Of(time.GetUtcNow())));
        return revision[0];
    }
}
