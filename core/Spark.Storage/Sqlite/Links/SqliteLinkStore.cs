using Spark.Runtime.Offload;

namespace Spark.Storage.Sqlite.Links;

/// <summary>The names of far systems in SQLite.</summary>
internal sealed class SqliteLinkStore(SqliteDatabase database) : ILinkStore
{
    public async ValueTask PutAsync(Link link, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            (link, at: at.ToUnixTimeMilliseconds()),
            static (statements, it) => statements.Links.Put
                .Bind(it.link.Connection).Bind(it.link.ExternalId).Bind(it.at).Bind(it.link.Instance).Bind(it.link.ConversationId).Bind(it.link.Lines).Run())
            .WaitAsync(cancellationToken);

    public ValueTask<Link?> FindAsync(string connection, string externalId, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => Read(statements.Link, connection, externalId, long.MinValue), cancellationToken);

    public async ValueTask<Link?> TakeAsync(string connection, string externalId, DateTimeOffset notBefore, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            (connection, externalId, notBefore: notBefore.ToUnixTimeMilliseconds()),
            static (statements, it) =>
            {
                var found = Read(statements.Links.Find, it.connection, it.externalId, it.notBefore);
                if (found is not null)
                {
                    statements.Links.Delete.Bind(it.connection).Bind(it.externalId).Run();
                }

                return found;
            }).WaitAsync(cancellationToken);

    private static Link? Read(Statement find, string connection, string externalId, long notBefore)
    {
        using var rows = find.Bind(connection).Bind(externalId).Bind(notBefore).Read();
        return rows.Next() ? new(connection, externalId, rows.Text(0), rows.Text(1), (int)rows.Long(2)) : null;
    }
}
