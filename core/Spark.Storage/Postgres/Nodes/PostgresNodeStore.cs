using Spark.Runtime.Nodes;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Nodes;

/// <summary>Nodes in PostgreSQL. Leases run by the database's clock, and each node waits for its own.</summary>
internal sealed class PostgresNodeStore(PostgresDatabase database) : INodeStore
{
    private const string Register = "INSERT INTO nodes (id, name, format, lease_until) VALUES ($1, $2, $3, clock_timestamp() + $4)";

    private const string Renew = "UPDATE nodes SET lease_until = clock_timestamp() + $2 WHERE id = $1 AND lease_until > clock_timestamp()";

    private const string Release = "UPDATE nodes SET lease_until = clock_timestamp() WHERE id = $1 AND lease_until > clock_timestamp()";

    private const string List =
        "SELECT id, name, format, lease_until - clock_timestamp() FROM nodes WHERE lease_until > clock_timestamp() ORDER BY name, id";

    public async ValueTask RegisterAsync(NodeRecord node, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(Register, cancellationToken, Of(node.Id), Of(node.Name), Of(node.Format), Of(node.Lease));

    public async ValueTask<bool> RenewAsync(long node, TimeSpan lease, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(Renew, cancellationToken, Of(node), Of(lease)) == 1;

    public async ValueTask ReleaseAsync(long node, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(Release, cancellationToken, Of(node));

    public ValueTask<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(
            List, row => new NodeRecord(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetTimeSpan(3)), cancellationToken);
}
