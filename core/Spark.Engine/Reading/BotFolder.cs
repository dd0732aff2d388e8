using System.Text;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading;

/// <summary>Reads a bot's files from a folder.</summary>
public static class BotFolder
{
    // UTF-8 needs at most three bytes for a UTF-16 unit; what is larger is only read so far that it is seen to be too large.
    private const int MostBytes = (YamlFile.LargestFile * 3) + 1;

    private static readonly EnumerationOptions Entries = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
    private static readonly EnumerationOptions Deep = new() { AttributesToSkip = Entries.AttributesToSkip, RecurseSubdirectories = true, MaxRecursionDepth = 3 };

    /// <summary>Reads the files that belong to the format.</summary>
    /// <param name="path">The bot's folder.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static async Task<BotSource> LoadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var folder = new DirectoryInfo(path);
        if (!folder.Exists)
        {
            throw new DirectoryNotFoundException($"The bot's folder does not exist: {path}");
        }

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var others = new List<string>();
        foreach (var file in Find(folder))
        {
            var name = Path.GetRelativePath(folder.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            switch (BotFileKinds.Of(name))
            {
                case BotFileKind.None:
                    break;
                case BotFileKind.Other:
                    others.Add(name);
                    break;
                default:
                    files.Add(name, await ReadAsync(file, cancellationToken));
                    break;
            }
        }

        if (new FileInfo(Path.Combine(folder.FullName, BotFileKinds.LockFile)) is { Exists: true } hashes)
        {
            files.Add(BotFileKinds.LockFile, await ReadAsync(hashes, cancellationToken));
        }

        others.Sort(StringComparer.Ordinal);
        return new(folder.Name, files) { OtherFiles = others };
    }

    private static IEnumerable<FileInfo> Find(DirectoryInfo folder) =>
        folder.EnumerateFiles("*", Entries).Concat(folder.EnumerateDirectories("*", Entries).SelectMany(inner => inner.EnumerateFiles("*", Within(inner.Name))));

    // What lies deeper in a folder of the format is not read, and is to be told; what else lies there is the author's own.
    private static EnumerationOptions Within(string folder) => BotFileKinds.IsFolder(folder) ? Deep : Entries;

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenRead();
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (bytes.Length < MostBytes && (read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        // Bytes that are not UTF-8 become U+FFFD, which the reader reports with its place.
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
