namespace Spark.Runtime.Files;

/// <summary>The marks at the beginning of files.</summary>
internal static class FileMarks
{
    public const string Zip = "application/zip";
    public const string OldOffice = "application/x-ole-storage";

    private static readonly (int At, byte[] Mark, string Type)[] All =
    [
        (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
        (0, [.. "GIF87a"u8], "image/gif"),
        (0, [.. "GIF89a"u8], "image/gif"),
        (8, [.. "WEBP"u8], "image/webp"),
        (8, [.. "WAVE"u8], "audio/wav"),
        (8, [.. "AVI "u8], "video/x-msvideo"),
        (0, [0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        (0, [0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        (0, [.. "%PDF-"u8], "application/pdf"),
        (0, [0x50, 0x4B, 0x03, 0x04], Zip),
        (0, [0x50, 0x4B, 0x05, 0x06], Zip),
        (0, [0x1F, 0x8B], "application/gzip"),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
        (0, [.. "Rar!"u8], "application/vnd.rar"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], OldOffice),
        (4, [.. "ftypheic"u8], "image/heic"),
        (4, [.. "ftypheix"u8], "image/heic"),
        (4, [.. "ftypmif1"u8], "image/heif"),
        (4, [.. "ftypavif"u8], "image/avif"),
        (4, [.. "ftypqt"u8], "video/quicktime"),
        (4, [.. "ftypM4A"u8], "audio/mp4"),
        (4, [.. "ftyp"u8], "video/mp4"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "video/webm"),
        (0, [.. "OggS"u8], "audio/ogg"),
        (0, [.. "ID3"u8], "audio/mpeg"),
        (0, [0xFF, 0xFB], "audio/mpeg"),
        (0, [.. "fLaC"u8], "audio/flac"),
        (0, [.. "MZ"u8], "application/vnd.microsoft.portable-executable"),
        (0, [0x7F, 0x45, 0x4C, 0x46], "application/x-executable"),
    ];

    /// <summary>The media type that the first bytes tell; null when they tell none.</summary>
    public static string? Find(ReadOnlySpan<byte> content)
    {
        foreach (var (at, mark, type) in All)
        {
            if (content.Length >= at + mark.Length && content.Slice(at, mark.Length).SequenceEqual(mark) && (at != 8 || content.StartsWith("RIFF"u8)))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>True for a type that has a mark: a file of that type without it is none.</summary>
    public static bool Marks(string type) => Array.Exists(All, one => one.Type == type);
}
