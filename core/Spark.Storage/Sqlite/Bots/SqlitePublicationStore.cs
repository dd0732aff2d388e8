using Spark.Runtime.Bots;

namespace Spark.Storage.Sqlite.Bots;

/// <summary>What is published, in SQLite.</summary>
internal sealed class SqlitePublicationStore(SqliteDatabase database, TimeProvider time) : IPublicationStore, IBotSwitch
{
    public ValueTask<Publication> ReadAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements =>
            {
                var versions = new Dictionary<string, string>(StringComparer.Ordinal);
                var moves = new Dictionary<string, ReleaseMove>(StringComparer.Ordinal);
                var off = new HashSet<string>(StringComparer.Ordinal);
                var revision = 0L;
                using var rows = statements.Published.Read();
                while (rows.Next())
                {
                    revision = rows.Long(0);
                    if (rows.TextOrNull(1) is { } bot)
                    {
                        versions.Add(bot, rows.Text(2));
                        moves.Add(bot, ReleaseWords.Move(rows.TextOrNull(3)));
                        if (rows.Long(4) != 0)
                        {
                            off.Add(bot);
                        }
                    }
                }

                return new Publication(revision, versions) { Moves = moves, Off = off };
            },
            cancellationToken);

    public async ValueTask<long> PublishAsync(IReadOnlyDictionary<string, string> versions, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((versions, Now), static (statements, it) => Publish(statements, it.versions, it.Now)).WaitAsync(cancellationToken);

    public async ValueTask<long> ReleaseAsync(Release release, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((release, Now), static (statements, it) =>
        {
            statements.Publish.Bind(it.release.Bot).Bind(it.release.Version).Run();
            Note(statements, it.release, it.Now);
            statements.PutRevision.Bind(++statements.State.Revision).Run();
            return statements.State.Revision;
        }).WaitAsync(cancellationToken);

    public async ValueTask<bool> SwitchAsync(string bot, bool isOn, CancellationToken cancellationToken)
    {
        await database.Writer.WriteAsync((bot, isOff: isOn ? 0L : 1L), static (statements, it) =>
        {
            if (statements.SwitchBot.Bind(it.bot).Bind(it.isOff).Run() > 0)
            {
                statements.PutRevision.Bind(++statements.State.Revision).Run();
            }

            return statements.State.Revision;
        }).WaitAsync(cancellationToken);
        return (await ReadAsync(cancellationToken)).Versions.ContainsKey(bot);
    }

    public ValueTask<IReadOnlyList<Release>> ListAsync(string bot, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<Release>>(
            statements =>
            {
                var releases = new List<Release>();
                using var rows = statements.Releases.Bind(bot).Read();
                while (rows.Next())
                {
                    releases.Add(new(bot, rows.Text(1), rows.Text(2), ReleaseWords.Move(rows.Text(4)), ReleaseWords.Origin(rows.Text(5)))
                    {
                        Number = rows.Long(0),
                        At = DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(3)),
                    });
                }

                return releases;
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<VersionCount>> CountAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<VersionCount>>(
            statements =>
            {
                var counts = new List<VersionCount>();
                using var rows = statements.OpenEpisodes.Read();
                while (rows.Next())
                {
                    counts.Add(new(rows.Text(0), rows.Text(1), rows.Long(2)));
                }

                return counts;
            },
            cancellationToken);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static void Note(WriterStatements statements, Release release, long now) => statements.PutRelease
        .Bind(release.Bot).Bind(release.Version).Bind(release.Note).Bind(now).Bind(ReleaseWords.Of(release.Move)).Bind(ReleaseWords.Of(release.Origin)).Run();

    private static long Publish(WriterStatements statements, IReadOnlyDictionary<string, string> versions, long now)
    {
        var changed = 0;
        foreach (var (bot, version) in versions)
        {
            if (statements.Publish.Bind(bot).Bind(version).Run() > 0)
            {
                changed++;
                Note(statements, new(bot, version, "", ReleaseMove.Finish, ReleaseOrigin.Folder), now);
            }
        }

        if (changed > 0)
        {
            statements.PutRevision.Bind(++statements.State.Revision).Run();
        }

        return statements.State.Revision;
    }
}
