using Spark.Runtime.Instances;

namespace Spark.Storage.Sqlite.Instances;

/// <summary>Instances of the operator in SQLite.</summary>
internal sealed class SqliteInstanceStore(SqliteDatabase database) : IInstanceStore
{
    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ListAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<KeyValuePair<string, byte[]>>>(
            statements =>
            {
                var found = new List<KeyValuePair<string, byte[]>>();
                using var rows = statements.Instances.Read();
                while (rows.Next())
                {
                    found.Add(new(rows.Text(0), rows.Bytes(1).ToArray()));
                }

                return found;
            },
            cancellationToken);

    public async ValueTask<bool> PutAsync(string name, byte[] data, byte[]? before, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            (name, data, before),
            static (statements, it) => (it.before is null
                ? statements.AddInstance.Bind(it.name).Bind(it.data).Run()
                : statements.ReplaceInstance.Bind(it.data).Bind(it.name).Bind(it.before).Run()) > 0).WaitAsync(cancellationToken);

    public async ValueTask RemoveAsync(string name, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(name, static (statements, it) => statements.RemoveInstance.Bind(it).Run()).WaitAsync(cancellationToken);
}
