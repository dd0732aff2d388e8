using Spark.Runtime.Files;

namespace Spark.Storage.Sqlite.Files;

/// <summary>Files in SQLite.</summary>
internal sealed class SqliteFileStore(SqliteDatabase database) : IFileStore
{
    public async ValueTask PutAsync(KeptFile file, DateTimeOffset deleteBefore, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((file, deleteBefore), static (statements, it) =>
        {
            statements.Access.DropFiles.Bind(it.deleteBefore.ToUnixTimeMilliseconds()).Run();
            return statements.Access.AddFile
                .Bind(it.file.Id).Bind(it.file.Name).Bind(it.file.MediaType).Bind(it.file.KeptAt.ToUnixTimeMilliseconds()).Bind(it.file.Content.Span).Run();
        }).WaitAsync(cancellationToken);

    public ValueTask<KeptFile?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements =>
            {
                using var rows = statements.Access.File.Bind(id).Read();
                return rows.Next() ? new KeptFile(id, rows.Text(0), rows.Text(1), rows.Bytes(2).ToArray(), rows.Time(3)) : null;
            },
            cancellationToken);
}
