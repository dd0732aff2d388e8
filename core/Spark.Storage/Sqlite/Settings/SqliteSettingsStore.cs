using Spark.Runtime.Tokens;

namespace Spark.Storage.Sqlite.Settings;

/// <summary>Settings in SQLite.</summary>
internal sealed class SqliteSettingsStore(SqliteDatabase database) : ISettingsStore
{
    public ValueTask<byte[]?> FindAsync(string name, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => statements.Setting.Blob(name), cancellationToken);

    public async ValueTask PutAsync(string name, byte[] value, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => statements.PutSetting.Execute(name, value)).WaitAsync(cancellationToken);

    public async ValueTask<bool> TryAddAsync(string name, byte[] value, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => statements.PutSettingIfAbsent.Execute(name, value)).WaitAsync(cancellationToken) == 1;
}
