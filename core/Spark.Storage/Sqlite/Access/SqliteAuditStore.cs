using Spark.Runtime.Access;

namespace Spark.Storage.Sqlite.Access;

/// <summary>The audit in SQLite.</summary>
internal sealed class SqliteAuditStore(SqliteDatabase database) : IAuditStore
{
    public async ValueTask AddAsync(AuditRecord entry, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(entry, static (statements, it) => statements.Access.AddAudit
            .Bind(it.At.ToUnixTimeMilliseconds()).Bind(it.Actor).Bind(it.What).Bind(it.Subject).Bind(it.Details).Run()).WaitAsync(cancellationToken);

    public ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditSearch search, long before, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<AuditRecord>>(
            statements =>
            {
                var entries = new List<AuditRecord>();
                using var rows = statements.Access.Audit.Bind(before).Bind((long)limit)
                    .Bind(search.Text?.ToLowerInvariant()).Bind(search.From?.ToUnixTimeMilliseconds()).Bind(search.Until?.ToUnixTimeMilliseconds()).Read();
                while (rows.Next())
                {
                    entries.Add(new(rows.Long(0), rows.Time(1), rows.Text(2), rows.Text(3), rows.TextOrNull(4), rows.TextOrNull(5)));
                }

                return entries;
            },
            cancellationToken);
}
