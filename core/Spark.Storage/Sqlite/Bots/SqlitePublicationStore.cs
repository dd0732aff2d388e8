using Spark.Runtime.Bots;

namespace Spark.Storage.Sqlite.Bots;

/// <summary>Publications in SQLite.</summary>
internal sealed class SqlitePublicationStore(SqliteDatabase database) : IPublicationStore
{
    // The revision first: what is published between the two reads is found out by the next load.
    public ValueTask<Publication> ReadAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync(
        statements =>
        {
            var revision = statements.Revision.Number() ?? 0;
            var versions = new Dictionary<string, string>(StringComparer.Ordinal);
            using var rows = statements.Publications.Read();
            while (rows.Read())
            {
                versions[rows.Text(0)] = rows.Text(1);
            }

            return new Publication(revision, versions);
        },
        cancellationToken);

    public async ValueTask<long> PublishAsync(IReadOnlyDictionary<string, string> versions, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => Publish(statements, versions)).WaitAsync(cancellationToken);

    private static long Publish(WriterStatements statements, IReadOnlyDictionary<string, string> versions)
    {
        var isChanged = false;
        foreach (var (bot, version) in versions)
        {
            if (!string.Equals(statements.Publication.Text(bot), version, StringComparison.Ordinal))
            {
                statements.Publish.Execute(bot, version);
                isChanged = true;
            }
        }

        if (isChanged)
        {
            statements.RaiseRevision.Execute();
        }

        return statements.Turns.Revision.Number() ?? 0;
    }
}
