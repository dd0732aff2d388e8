using System.Globalization;
using System.IO.Compression;
using Spark.Runtime;

namespace Spark.Host.Bots;

/// <summary>
/// A bot as a zip. An archive comes from anywhere: nothing is written outside the folder, nothing that a bot does not consist of, and not
/// more than bots come to, whatever the archive says of its sizes.
/// </summary>
internal static class BotArchive
{
    public const int MostFiles = 10_000;
    public const long MostBytes = 64L * 1024 * 1024;

    private const string Code = "SPK12035";

    private static readonly DateTimeOffset Then = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Folders = ["dialogs", "actions", "intents", "locales", "tests", "canvas"];

    /// <summary>The files of a folder that belong to a bot, in the order of their paths.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(Belongs)
            .Order(StringComparer.Ordinal)
            .Select(path => KeyValuePair.Create(path, File.ReadAllBytes(Path.Combine(folder, path))));

    /// <summary>The archive; the same files give the same bytes.</summary>
    public static byte[] Pack(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = Then;
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return output.ToArray();
    }

    /// <summary>Unpacks an archive into a folder that is empty or not there, and returns the number of files.</summary>
    /// <exception cref="OperatorException">The archive is refused; nothing was written.</exception>
    public static async Task<int> UnpackAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new OperatorException(Code, $"'{folder}' is not empty: an import overwrites nothing.");
        }

        var files = await ReadAsync(archive, cancellationToken);
        foreach (var (path, bytes) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, bytes, cancellationToken);
        }

        return files.Count;
    }

    // All is read and judged before anything is written.
    private static async Task<Dictionary<string, byte[]>> ReadAsync(string archive, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = File.OpenRead(archive);
            await using var zip = new ZipArchive(input, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostFiles)
            {
                throw Refused(string.Create(CultureInfo.InvariantCulture, $"has more than {MostFiles} files"));
            }

            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            var left = MostBytes;
            foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                if (!Belongs(entry.FullName))
                {
                    throw Refused($"holds '{entry.FullName}', which is no file of a bot");
                }

                var bytes = await ReadAsync(entry, left, cancellationToken);
                left -= bytes.Length;
                if (!files.TryAdd(entry.FullName, bytes))
                {
                    throw Refused($"holds '{entry.FullName}' twice");
                }
            }

            return files.ContainsKey("bot.yaml") ? files : throw Refused("has no bot.yaml at its top");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(Code, $"The archive '{archive}' cannot be read: {wrong.Message}", wrong);
        }
    }

    // What an archive says of the size of an entry is not believed.
    private static async Task<byte[]> ReadAsync(ZipArchiveEntry entry, long most, CancellationToken cancellationToken)
    {
        await using var content = await entry.OpenAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > most)
            {
                throw Refused(string.Create(CultureInfo.InvariantCulture, $"comes to more than {MostBytes / 1024 / 1024} MB"));
            }

            await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return bytes.ToArray();
    }

    // By a list of what there may be: no way up, no absolute path, no drive, no other separator has a place in it.
    private static bool Belongs(string path)
    {
        var names = path.Split('/');
        return names.All(IsName) && names switch
        {
            ["bot.yaml" or "intents.yaml" or "README.md"] => true,
            ["locales", ".lock"] => true,
            [var folder, var file] => Folders.Contains(folder, StringComparer.Ordinal) && file.EndsWith(".yaml", StringComparison.Ordinal),
            ["tests", _, _] => true,
            _ => false,
        };
    }

    private static bool IsName(string name) =>
        name is not ("" or "." or "..") && name.Length < 200 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ');

    private static OperatorException Refused(string why) => new(Code, $"The archive {why}. Nothing was unpacked.");
}
