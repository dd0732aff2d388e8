namespace Spark.Storage.Sqlite.Files;

/// <summary>The statements of files.</summary>
internal static class FileStatements
{
    public const string Columns = "SELECT id, conversation, name, media_type, size, kept_at FROM files";

    public const string Find = Columns + " WHERE id = ?1 AND is_whole = 1";

    public const string List = Columns + " WHERE conversation = ?1 AND is_whole = 1 ORDER BY kept_at, id";

    public const string Piece = "SELECT content FROM file_pieces WHERE file = ?1 AND number = ?2";

    public const string Add =
        """
        INSERT INTO files (id, conversation, name, media_type, size, kept_at, is_whole) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)
        ON CONFLICT (id) DO NOTHING
        """;

    // Only to a file that is still there: retention or an erasure may have come in between.
    public const string AddPiece =
        "INSERT INTO file_pieces (file, number, content) SELECT id, ?2, ?3 FROM files WHERE id = ?1 ON CONFLICT (file, number) DO NOTHING";

    public const string Complete = "UPDATE files SET is_whole = 1 WHERE id = ?1";

    public const string DropOf = "DELETE FROM files WHERE conversation = ?1";
}
