using Spark.Runtime.Tokens;

namespace Spark.Storage.Sqlite.Settings;

/// <summary>Settings in SQLite.</summary>
internal sealed class SqliteSettingsStore(SqliteDatabase database) : ISettingsStore
{
    public ValueTask<byte[]?> FindAsync(string name, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements =>
            {
                using var rows = statements.Setting.Bind(name).Read();
                return rows.Next() ? rows.Bytes(0).ToArray() : null;
            },
            cancellationToken);

    public async ValueTask PutAsync(string name, byte[] value, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => statements.PutSetting.Bind(name).Bind(value).Run()).WaitAsync(cancellationToken);

    public async ValueTask<bool> TryAddAsync(string name, byte[] value, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => statements.PutSettingIfAbsent.Bind(name).Bind(value).Run()).WaitAsync(cancellationToken) == 1;
}
