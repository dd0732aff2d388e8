namespace Spark.Engine.Turns;

/// <summary>The media types of files by the endings of their names.</summary>
internal static class MediaTypes
{
    private static readonly Dictionary<string, string> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".webp"] = "image/webp", [".svg"] = "image/svg+xml",
        [".mp4"] = "video/mp4", [".webm"] = "video/webm", [".ogv"] = "video/ogg",
        [".mp3"] = "audio/mpeg", [".ogg"] = "audio/ogg", [".wav"] = "audio/wav", [".m4a"] = "audio/mp4",
        [".pdf"] = "application/pdf", [".txt"] = "text/plain", [".csv"] = "text/csv", [".zip"] = "application/zip",
    };

    /// <summary>The type; by the kind alone where the ending does not tell, or tells another kind.</summary>
    public static string Of(string kind, string name)
    {
        var type = ByEnding.GetValueOrDefault(Path.GetExtension(name));
        return kind switch
        {
            "image" => type?.StartsWith("image/", StringComparison.Ordinal) == true ? type : "image/png",
            "video" => type?.StartsWith("video/", StringComparison.Ordinal) == true ? type : "video/mp4",
            "audio" => type?.StartsWith("audio/", StringComparison.Ordinal) == true ? type : "audio/mpeg",
            _ => type ?? "application/octet-stream",
        };
    }
}
