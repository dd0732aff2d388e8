using System.Text;
using System.Text.Unicode;

namespace Spark.Runtime.Files;

/// <summary>
/// Tells what a file is by its content. What a sender says is believed only where the content cannot contradict it: for text that is no
/// markup, and for formats without a mark of their own.
/// </summary>
internal static class MediaSniffer
{
    public const string Unknown = "application/octet-stream";

    private const string Text = "text/plain";
    private const int Ahead = 4096;

    private static readonly string[] TextKinds =
        [Text, "text/csv", "text/markdown", "text/calendar", "text/vcard", "text/tab-separated-values", "application/json", "application/x-ndjson", "application/yaml"];

    /// <summary>The media type.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="told">What the sender says; may be anything.</param>
    /// <param name="name">The file's name; may be anything.</param>
    public static string Read(ReadOnlySpan<byte> content, string told, string name)
    {
        var claimed = told.Split(';')[0].Trim().ToLowerInvariant();
        if (FileMarks.Find(content) is { } marked)
        {
            return marked == FileMarks.Zip ? InsideZip(content) : marked == FileMarks.OldOffice ? OldOffice(claimed, name) : marked;
        }

        if (IsText(content))
        {
            return Markup(content) ?? (TextKinds.Contains(claimed) && claimed != Text ? claimed : TextKind(name));
        }

        // Neither a mark nor text: something of its own kind, or nothing that we know.
        return MediaNames.HasMark(claimed) || MediaNames.IsTextual(claimed) || !MediaNames.IsType(claimed) ? Unknown : claimed;
    }

    private static string TextKind(string name) =>
        MediaNames.ByEnding(name) is { } type && TextKinds.Contains(type) ? type : Text;

    // Office's documents are archives; which of them stands in the names of their entries.
    private static string InsideZip(ReadOnlySpan<byte> content) =>
        content.IndexOf("[Content_Types].xml"u8) < 0 ? FileMarks.Zip
        : content.IndexOf("vbaProject.bin"u8) >= 0 ? "application/vnd.ms-office.macro"
        : content.IndexOf("word/"u8) >= 0 ? MediaNames.Document
        : content.IndexOf("xl/"u8) >= 0 ? MediaNames.Sheet
        : content.IndexOf("ppt/"u8) >= 0 ? MediaNames.Slides
        : FileMarks.Zip;

    // Word, Excel, PowerPoint and Outlook before 2007 share one mark.
    private static string OldOffice(string claimed, string name)
    {
        string[] kinds = ["application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.ms-outlook"];
        return kinds.Contains(claimed) ? claimed : MediaNames.ByEnding(name) is { } type && kinds.Contains(type) ? type : FileMarks.OldOffice;
    }

    // What begins with a tag is what a browser would run, whatever it is called.
    private static string? Markup(ReadOnlySpan<byte> content)
    {
        var start = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        var head = Encoding.UTF8.GetString(start[..Math.Min(start.Length, Ahead)]).TrimStart();
        return !head.StartsWith('<') ? null
            : head.Contains("<svg", StringComparison.OrdinalIgnoreCase) ? "image/svg+xml"
            : head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && !head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "application/xml"
            : "text/html";
    }

    private static bool IsText(ReadOnlySpan<byte> content) =>
        Utf8.IsValid(content) && content.IndexOfAnyInRange((byte)0x00, (byte)0x08) < 0 && content.IndexOfAnyInRange((byte)0x0E, (byte)0x1A) < 0;
}
