using System.Collections.Concurrent;
using System.IO.Compression;

namespace Spark.Cockpit.Pages;

/// <summary>The files that the build has made of the front end. Each is read and compressed once.</summary>
internal sealed class CockpitFiles(string folder)
{
    private const int WorthCompressing = 1024;

    private readonly ConcurrentDictionary<string, CockpitFile?> known = new(StringComparer.Ordinal);

    /// <summary>Why there is no page; null when there is one.</summary>
    public string? Missing => File.Exists(Path.Combine(folder, "index.html"))
        ? null
        : $"The cockpit is missing: its page is not in '{folder}'. Install Node.js 20 or newer with npm, build again, and start again.";

    /// <summary>The page, without what differs with each request.</summary>
    public CockpitFile? Page => Missing is null ? Find("index.html") : null;

    /// <summary>A file; null when there is none of that path.</summary>
    /// <param name="path">Its path below the folder, with forward slashes.</param>
    public CockpitFile? Find(string path)
    {
        if (known.TryGetValue(path, out var file))
        {
            return file;
        }

        var full = Path.GetFullPath(Path.Combine(folder, path));
        var isInside = full.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

        // What is not there is not remembered: anybody may ask for anything, and a later build may bring it.
        return isInside && TypeOf(full) is { } type && File.Exists(full) ? known.GetOrAdd(path, _ => Read(full, type)) : null;
    }

    private static CockpitFile Read(string path, string type)
    {
        var content = File.ReadAllBytes(path);
        if (content.Length < WorthCompressing)
        {
            return new(content, null, type);
        }

        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(content);
        }

        return new(content, buffer.ToArray(), type);
    }

    private static string? TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        _ => null,
    };
}
