using Spark.Runtime.Offload;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Links;

/// <summary>The names of far systems in PostgreSQL. Also a long one is kept: a desk that has accepted must be heard, whatever it calls the conversation.</summary>
internal sealed class PostgresLinkStore(PostgresDatabase database) : ILinkStore
{
    private const string Put =
        """
        INSERT INTO links (connection, external_id, at, instance, conversation_id, lines) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (connection, external_id) DO UPDATE
        SET at = excluded.at, instance = excluded.instance, conversation_id = excluded.conversation_id, lines = excluded.lines
        """;

    private const string Find = "SELECT instance, conversation_id, lines FROM links WHERE connection = $1 AND external_id = $2";

    // Who comes second finds the row gone.
    private const string Take = "DELETE FROM links WHERE connection = $1 AND external_id = $2 AND at >= $3 RETURNING instance, conversation_id, lines";

    public async ValueTask PutAsync(Link link, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            Put, cancellationToken, Of(link.Connection), Of(KeptName.Of(link.ExternalId)), Of(UnixTime.Of(at)), Of(link.Instance), Of(link.ConversationId), Of(link.Lines));

    public async ValueTask<Link?> FindAsync(string connection, string externalId, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(
            Find, row => new Link(connection, externalId, row.GetString(0), row.GetString(1), row.GetInt32(2)), cancellationToken, Of(connection), Of(KeptName.Of(externalId)));
        return found.Count > 0 ? found[0] : null;
    }

    public async ValueTask<Link?> TakeAsync(string connection, string externalId, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var taken = await database.Sessions.ReadAsync(
            Take,
            row => new Link(connection, externalId, row.GetString(0), row.GetString(1), row.GetInt32(2)),
            cancellationToken,
            Of(connection), Of(KeptName.Of(externalId)), Of(UnixTime.Of(notBefore)));
        return taken.Count > 0 ? taken[0] : null;
    }
}
