using Spark.Runtime.Bots;

namespace Spark.Storage.Sqlite.Bots;

/// <summary>What is published, in SQLite.</summary>
internal sealed class SqlitePublicationStore(SqliteDatabase database) : IPublicationStore
{
    public ValueTask<Publication> ReadAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements =>
            {
                var versions = new Dictionary<string, string>(StringComparer.Ordinal);
                var revision = 0L;
                using var rows = statements.Published.Read();
                while (rows.Next())
                {
                    revision = rows.Long(0);
                    if (rows.TextOrNull(1) is { } bot)
                    {
                        versions.Add(bot, rows.Text(2));
                    }
                }

                return new Publication(revision, versions);
            },
            cancellationToken);

    public async ValueTask<long> PublishAsync(IReadOnlyDictionary<string, string> versions, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(versions, static (statements, it) => Publish(statements, it)).WaitAsync(cancellationToken);

    private static long Publish(WriterStatements statements, IReadOnlyDictionary<string, string> versions)
    {
        var changed = 0;
        foreach (var (bot, version) in versions)
        {
            changed += statements.Publish.Bind(bot).Bind(version).Run();
        }

        if (changed > 0)
        {
            statements.PutRevision.Bind(++statements.State.Revision).Run();
        }

        return statements.State.Revision;
    }
}
