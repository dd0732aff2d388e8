using System.IO.Compression;
using Spark.Engine.Reading;

namespace Spark.Plugins.Installing;

/// <summary>
/// Brings the files of a plugin into an empty folder: out of an archive or of a folder, and only what may be there. Plain files below the
/// folder itself, no links, no two of one name, bounded in number and size.
/// </summary>
internal sealed class PluginArchive(string target)
{
    private const int UnixType = 0xF000;
    private const int UnixFile = 0x8000;
    private const int UnixFolder = 0x4000;

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly string root = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
    private long bytes;

    public int Files { get; private set; }

    public long Bytes => bytes;

    /// <summary>Unpacks an archive; what is wrong with it, or null.</summary>
    public async Task<Finding?> UnpackAsync(Stream archive, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            if (zip.Entries.Count > InstallLimits.Files)
            {
                return Refuse($"It has more than {InstallLimits.Files} files.");
            }

            foreach (var entry in zip.Entries)
            {
                var type = (entry.ExternalAttributes >> 16) & UnixType;
                if (type is not (0 or UnixFile or UnixFolder))
                {
                    return Refuse($"'{entry.FullName}' is a link or a device. A plugin has plain files only.");
                }

                if (entry.FullName.EndsWith('/'))
                {
                    continue;
                }

                await using var from = await entry.OpenAsync(cancellationToken);
                if (await TakeAsync(entry.FullName, from, cancellationToken) is { } refusal)
                {
                    return refusal;
                }
            }

            return Files == 0 ? Refuse("It is empty.") : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or NotSupportedException)
        {
            return Refuse($"It is no zip archive that can be read: {unreadable.Message}");
        }
    }

    /// <summary>Copies a folder; what is wrong with it, or null.</summary>
    public async Task<Finding?> CopyAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var found in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
            {
                if (found.LinkTarget is not null || found.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    return Refuse($"'{found.Name}' is a link. A plugin has plain files only.");
                }

                if (found is not FileInfo file)
                {
                    continue;
                }

                await using var from = file.OpenRead();
                if (await TakeAsync(Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), from, cancellationToken) is { } refusal)
                {
                    return refusal;
                }
            }

            return Files == 0 ? Refuse("The folder is empty.") : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refuse($"The folder cannot be read: {unreadable.Message}");
        }
    }

    internal static Finding Refuse(string why) => Problem.In(
        InstallCodes.Archive, "plugin", $"This cannot be installed. {why}", "Pack the plugin's folder (plugin.json, its assembly and what lies beside them) and try again.");

    private async Task<Finding?> TakeAsync(string name, Stream from, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(Path.Combine(target, name));
        if (!IsPlain(name) || !file.StartsWith(root, StringComparison.Ordinal))
        {
            return Refuse($"'{Shown(name)}' is no plain path within the plugin.");
        }

        if (!names.Add(name))
        {
            return Refuse($"'{name}' is in it twice.");
        }

        if (++Files > InstallLimits.Files)
        {
            return Refuse($"It has more than {InstallLimits.Files} files.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes += count;
            if (bytes > InstallLimits.AllBytes)
            {
                return Refuse($"Its files are larger than {InstallLimits.AllBytes / 1024 / 1024} MB together.");
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return null;
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= InstallLimits.Path
        && !name.Any(letter => char.IsControl(letter) || letter is '\\' or ':')
        && name.Split('/').All(piece => piece.Length > 0 && piece.Trim() == piece && piece is not ("." or ".."));

    private static string Shown(string name) => string.Concat(name.Take(InstallLimits.Path).Select(letter => char.IsControl(letter) ? '?' : letter));
}
