using Spark.Runtime.Files;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Files;

/// <summary>Files in SQLite. Each piece is a write of its own, so that turns come in between.</summary>
internal sealed class SqliteFileStore(SqliteDatabase database) : IFileStore, IFileSpace
{
    public async ValueTask PutAsync(KeptFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        await database.Writer.WriteAsync(file, static (statements, it) => statements.AddFile
            .Bind(it.Id).Bind(it.Conversation?.ToBytes()).Bind(it.Name).Bind(it.MediaType).Bind(it.Size).Bind(it.KeptAt.ToUnixTimeMilliseconds())
            .Run()).WaitAsync(cancellationToken);
        for (var (piece, at) = (0, 0); at < content.Length; piece++, at += FilePieces.MostBytes)
        {
            var bytes = content.Slice(at, Math.Min(FilePieces.MostBytes, content.Length - at));
            await database.Writer.WriteAsync((file.Id, piece, bytes), static (statements, it) =>
                statements.AddFilePiece.Bind(it.Id).Bind(it.piece).Bind(it.bytes.Span).Run()).WaitAsync(cancellationToken);
        }

        await database.Writer.WriteAsync(file.Id, static (statements, it) => statements.CompleteFile.Bind(it).Run()).WaitAsync(cancellationToken);
    }

    public ValueTask<KeptFile?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements =>
            {
                using var rows = statements.File.Bind(id).Read();
                return rows.Next() ? Of(rows) : null;
            },
            cancellationToken);

    public ValueTask<byte[]?> ReadAsync(string id, int piece, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements =>
            {
                using var rows = statements.FilePiece.Bind(id).Bind(piece).Read();
                return rows.Next() ? rows.Bytes(0).ToArray() : null;
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<KeptFile>> ListAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements =>
            {
                var files = new List<KeptFile>();
                using var rows = statements.FilesOfConversation.Bind(conversation.ToBytes()).Read();
                while (rows.Next())
                {
                    files.Add(Of(rows));
                }

                return (IReadOnlyList<KeptFile>)files;
            },
            cancellationToken);

    public async ValueTask<int> DeleteAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(conversation, static (statements, it) => statements.DropFilesOfConversation.Bind(it.ToBytes()).Run())
            .WaitAsync(cancellationToken);

    public ValueTask<long> MeasureAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => statements.BytesOfFiles.Number() ?? 0, cancellationToken);

    private static KeptFile Of(Rows rows) => new(
        rows.Text(0),
        rows.Bytes(1) is { Length: ConversationKey.Size } key ? ConversationKey.FromBytes(key) : null,
        rows.Text(2), rows.Text(3), rows.Long(4), rows.Time(5));
}
