using System.Globalization;

namespace Spark.Channels.HandoffApi.Requests;

/// <summary>Names for files that come without one.</summary>
internal static class FileName
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["image/jpeg"] = "jpg",
        ["image/svg+xml"] = "svg",
        ["text/plain"] = "txt",
        ["text/markdown"] = "md",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "xlsx",
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = "pptx",
    };

    /// <summary>Such as <c>attachment-1.png</c>.</summary>
    public static string Of(int number, string mediaType)
    {
        var subtype = mediaType[(mediaType.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var ending = Endings.TryGetValue(mediaType, out var known) ? known : subtype.All(char.IsAsciiLetterOrDigit) && subtype.Length <= 5 ? subtype : "bin";
        return string.Create(CultureInfo.InvariantCulture, $"attachment-{number}.{ending}");
    }
}
