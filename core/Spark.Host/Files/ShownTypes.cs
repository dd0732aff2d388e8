namespace Spark.Host.Files;

/// <summary>As what files are handed out: what no browser runs keeps its type, and all else is bytes.</summary>
internal static class ShownTypes
{
    private const string Bytes = "application/octet-stream";

    /// <summary>The type to name. Whatever is markup or script in disguise is only bytes, should a browser not heed the other headers.</summary>
    public static string Of(string mediaType) => mediaType switch
    {
        "image/svg+xml" => Bytes,
        "text/plain" or "text/csv" or "text/markdown" => $"{mediaType}; charset=utf-8",
        "application/pdf" or "application/json" or "application/zip" => mediaType,
        _ when mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType.StartsWith("audio/", StringComparison.Ordinal)
            || mediaType.StartsWith("video/", StringComparison.Ordinal) || mediaType.StartsWith("application/vnd.openxmlformats-", StringComparison.Ordinal) => mediaType,
        _ => Bytes,
    };
}
