using Spark.Runtime.Configuration;

namespace Spark.Storage.Sqlite.Configuration;

/// <summary>What administrators set, in SQLite.</summary>
internal sealed class SqliteConfigurationStore(SqliteDatabase database, TimeProvider time) : IConfigurationStore
{
    public ValueTask<long> RevisionAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => statements.Configuration.Revision.Number() ?? 0, cancellationToken);

    public ValueTask<ConfigurationSet> ReadAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAtOnceAsync(
            statements =>
            {
                var items = new List<ConfigurationItem>();
                using var rows = statements.Configuration.All.Read();
                while (rows.Next())
                {
                    if (ConfigurationWords.Kind(rows.Text(0)) is { } kind)
                    {
                        var isSealed = rows.TextOrNull(6) is not null;
                        items.Add(new(kind, rows.Text(1), rows.Bytes(4).ToArray())
                        {
                            Edition = rows.Long(2),
                            ChangedAt = rows.Time(3),
                            Sealed = isSealed ? rows.Bytes(5).ToArray() : null,
                            KeyId = rows.TextOrNull(6),
                        });
                    }
                }

                return new ConfigurationSet(statements.Configuration.Revision.Number() ?? 0, items);
            },
            cancellationToken);

    public async ValueTask<long?> PutAsync(ConfigurationItem item, long? expected, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            (item, expected, Now: time.GetUtcNow().ToUnixTimeMilliseconds()),
            static (statements, it) => Put(statements, it.item, it.expected, it.Now)).WaitAsync(cancellationToken);

    public async ValueTask<bool> RemoveAsync(ConfigurationKind kind, string name, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            (Kind: ConfigurationWords.Of(kind), name),
            static (statements, it) =>
            {
                if (statements.Configuration.Remove.Bind(it.Kind).Bind(it.name).Run() == 0)
                {
                    return false;
                }

                statements.PutRevision.Bind(++statements.State.Revision).Run();
                return true;
            }).WaitAsync(cancellationToken);

    public ValueTask<IReadOnlyList<ConfigurationItem>> HistoryAsync(ConfigurationKind kind, string name, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<ConfigurationItem>>(
            statements =>
            {
                var items = new List<ConfigurationItem>();
                using var rows = statements.Configuration.History.Bind(ConfigurationWords.Of(kind)).Bind(name).Read();
                while (rows.Next())
                {
                    items.Add(new(kind, name, rows.Bytes(2).ToArray()) { Edition = rows.Long(0), ChangedAt = rows.Time(1) });
                }

                return items;
            },
            cancellationToken);

    private static long? Put(WriterStatements statements, ConfigurationItem item, long? expected, long now)
    {
        var (own, kind) = (statements.Configuration, ConfigurationWords.Of(item.Kind));
        if (expected is { } wanted && (own.Edition.Bind(kind).Bind(item.Name).Number() ?? 0) != wanted)
        {
            return null;
        }

        var edition = (own.LastEdition.Bind(kind).Bind(item.Name).Number() ?? 0) + 1;
        own.Put.Bind(kind).Bind(item.Name).Bind(edition).Bind(now).Bind(item.Data).Bind(item.Sealed).Bind(item.KeyId).Run();
        own.Keep.Bind(kind).Bind(item.Name).Bind(edition).Bind(now).Bind(item.Data).Run();
        statements.PutRevision.Bind(++statements.State.Revision).Run();
        return edition;
    }
}
