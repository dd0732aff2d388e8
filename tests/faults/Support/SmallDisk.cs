using System.Diagnostics;

namespace Spark.Faults.Tests.Support;

/// <summary>A file system in memory, small enough to be filled.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    private string Ballast => Path.Combine(folder, "ballast");

    /// <summary>Mounts one on a folder that is not there yet.</summary>
    public static async Task<SmallDisk> MountAsync(string folder, int megabytes)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "A file system can only be mounted by root, on Linux.");
        Directory.CreateDirectory(folder);
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder);
        return new(folder);
    }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        var block = new byte[4096];
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // That is what it is for.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void MakeRoom() => File.Delete(Ballast);

    public async ValueTask DisposeAsync() => await RunAsync("umount", folder);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }
}
