using System.Globalization;
using Spark.Runtime;

namespace Spark.Storage.DataFolders;

/// <summary>
/// Keeps a data folder for one host. The lock is the operating system's, so that it ends with the process however that ends; who holds it
/// stands in a second file, because a locked one cannot be read.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    /// <summary>The code of the error when another host runs on the folder.</summary>
    public const string InUse = "SPK11001";

    private const string LockFile = "spark.lock";
    private const string HolderFile = "spark.host";

    private readonly FileStream held;
    private readonly string holder;

    private DataFolderLock(FileStream held, string holder)
    {
        this.held = held;
        this.holder = holder;
    }

    /// <summary>Takes the folder; makes one that is not there, for its owner's eyes only.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="adminUrl">Where this host's admin API will answer.</param>
    /// <exception cref="OperatorException">Another host has it.</exception>
    public static DataFolderLock Acquire(string folder, Uri adminUrl)
    {
        ArgumentNullException.ThrowIfNull(adminUrl);
        Create(folder);
        var note = Path.Combine(folder, HolderFile);
        var stream = Open(folder, note);
        File.WriteAllLines(note, [Environment.ProcessId.ToString(CultureInfo.InvariantCulture), adminUrl.ToString()]);
        return new(stream, note);
    }

    /// <summary>The admin API of the host that runs on a folder; null when none does.</summary>
    /// <param name="folder">The data folder.</param>
    public static Uri? FindHost(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var note = Path.Combine(folder, HolderFile);
        try
        {
            using var free = new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (IOException)
        {
            return ReadHolder(note) is [_, { } url, ..] ? new Uri(url) : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(holder);
        held.Dispose();
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStream Open(string folder, string note)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            var who = ReadHolder(note) is [var pid, var url, ..]
                ? $"process {pid}, whose admin API is {url}"
                : "another process";
            throw new OperatorException(
                InUse, $"The data folder '{folder}' is in use by {who}. Stop that host, or start this one with another folder (--data).", busy);
        }
    }

    private static string[] ReadHolder(string note)
    {
        try
        {
            return File.ReadAllLines(note);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
