using System.Text.RegularExpressions;

namespace Spark.Runtime.Files;

/// <summary>Which endings go with which media types.</summary>
internal static partial class MediaNames
{
    public const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    // The first ending of a type is the one that is given to a name without a fitting one.
    private static readonly Dictionary<string, string[]> Endings = new(StringComparer.Ordinal)
    {
        ["image/png"] = [".png"],
        ["image/jpeg"] = [".jpg", ".jpeg", ".jfif"],
        ["image/gif"] = [".gif"],
        ["image/webp"] = [".webp"],
        ["image/tiff"] = [".tif", ".tiff"],
        ["image/heic"] = [".heic"],
        ["image/heif"] = [".heif"],
        ["image/avif"] = [".avif"],
        ["image/svg+xml"] = [".svg"],
        ["application/pdf"] = [".pdf"],
        ["text/plain"] = [".txt", ".log", ".ini", ".conf", ".text"],
        ["text/csv"] = [".csv"],
        ["text/markdown"] = [".md"],
        ["text/calendar"] = [".ics"],
        ["text/vcard"] = [".vcf"],
        ["text/tab-separated-values"] = [".tsv"],
        ["text/html"] = [".html", ".htm"],
        ["application/xml"] = [".xml"],
        ["application/json"] = [".json"],
        ["application/x-ndjson"] = [".ndjson", ".jsonl"],
        ["application/yaml"] = [".yaml", ".yml"],
        ["application/zip"] = [".zip"],
        ["application/gzip"] = [".gz", ".tgz"],
        ["application/x-7z-compressed"] = [".7z"],
        ["application/vnd.rar"] = [".rar"],
        [Document] = [".docx"],
        [Sheet] = [".xlsx"],
        [Slides] = [".pptx"],
        ["application/msword"] = [".doc"],
        ["application/vnd.ms-excel"] = [".xls"],
        ["application/vnd.ms-powerpoint"] = [".ppt"],
        ["application/vnd.ms-outlook"] = [".msg"],
        ["video/mp4"] = [".mp4", ".m4v"],
        ["video/quicktime"] = [".mov"],
        ["video/webm"] = [".webm", ".mkv"],
        ["video/x-msvideo"] = [".avi"],
        ["audio/mpeg"] = [".mp3"],
        ["audio/mp4"] = [".m4a"],
        ["audio/ogg"] = [".ogg", ".oga", ".opus"],
        ["audio/wav"] = [".wav"],
        ["audio/flac"] = [".flac"],
    };

    private static readonly Dictionary<string, string> Types =
        Endings.SelectMany(pair => pair.Value.Select(ending => (ending, pair.Key))).ToDictionary(pair => pair.ending, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type by the ending of a name; null when it tells none.</summary>
    public static string? ByEnding(string name) => Types.GetValueOrDefault(Path.GetExtension(name));

    /// <summary>The endings of a media type, the usual one first; empty for one that we do not know.</summary>
    public static IReadOnlyList<string> Of(string mediaType) => Endings.GetValueOrDefault(mediaType) ?? [];

    /// <summary>True when a file of the type would have a mark by which it is known.</summary>
    public static bool HasMark(string mediaType) => FileMarks.Marks(mediaType) || mediaType is Document or Sheet or Slides or "application/msword";

    /// <summary>True when a file of the type is text: one that is not text is not of the type.</summary>
    public static bool IsTextual(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType.EndsWith("+xml", StringComparison.Ordinal)
        || mediaType.EndsWith("script", StringComparison.Ordinal) || mediaType is "application/xml" or "application/json" or "application/yaml";

    /// <summary>True for what has the form of a media type without parameters.</summary>
    public static bool IsType(string text) => text.Length <= 100 && Form().IsMatch(text);

    [GeneratedRegex(@"^[a-z]+/[a-z0-9][a-z0-9.+-]*\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Form();
}
