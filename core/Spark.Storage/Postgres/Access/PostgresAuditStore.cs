using NpgsqlTypes;
using Npgsql;
using Spark.Runtime.Access;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Access;

/// <summary>The audit in PostgreSQL.</summary>
internal sealed class PostgresAuditStore(PostgresDatabase database) : IAuditStore
{
    private const string Add = "INSERT INTO audit (at, actor, what, subject, details) VALUES ($1, $2, $3, $4, $5)";

    private const string List = 
        """
        SELECT number, at, actor, what, subject, details FROM audit
        WHERE number < $1 AND ($3::text IS NULL OR strpos(lower(actor || ' ' || what || ' ' || coalesce(subject, '')), $3) > 0)
            AND ($4::bigint IS NULL OR at >= $4) AND ($5::bigint IS NULL OR at < $5)
        ORDER BY number DESC LIMIT $2
        """;

    public async ValueTask AddAsync(AuditRecord entry, CancellationToken cancellationToken) => await database.Sessions.ExecuteAsync(
        Add, cancellationToken, Of(UnixTime.Of(entry.At)), Of(entry.Actor), Of(entry.What), TextOrNull(entry.Subject), TextOrNull(entry.Details));

    public async ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditSearch search, long before, int limit, CancellationToken cancellationToken) =>
        await database.Sessions.ReadAsync(
            List,
            row => new AuditRecord(
                row.GetInt64(0),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                row.GetString(2),
                row.GetString(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5)),
            cancellationToken,
            Of(before),
            Of(limit),
            TextOrNull(search.Text?.ToLowerInvariant()),
            TimeOrNull(search.From),
            TimeOrNull(search.Until));

    private static NpgsqlParameter TimeOrNull(DateTimeOffset? time) => new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = (object?)time?.ToUnixTimeMilliseconds() ?? DBNull.Value };

    private static NpgsqlParameter TextOrNull(string? text) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)text ?? DBNull.Value };
}
