using System.Globalization;
using Spark.Runtime;
using Spark.Storage.DataFolders;

namespace Spark.Storage.Tests.DataFolders;

public sealed class DataFolderLockTests : IDisposable
{
    private static readonly Uri Admin = new("http://localhost:5080/api/admin");

    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("spark-lock-").FullName, "data");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public void A_second_host_is_told_who_has_the_folder_and_what_to_do()
    {
        using var held = DataFolderLock.Acquire(folder, Admin);

        var refused = Should.Throw<OperatorException>(() => DataFolderLock.Acquire(folder, Admin));

        refused.Code.ShouldBe("SPK11001");
        refused.Message.ShouldContain(folder);
        refused.Message.ShouldContain(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        refused.Message.ShouldContain(Admin.ToString());
        refused.Message.ShouldContain("--data");
        DataFolderLock.FindHost(folder).ShouldBe(Admin);
    }

    [Fact]
    public void A_folder_is_free_again_when_its_host_has_ended()
    {
        DataFolderLock.Acquire(folder, Admin).Dispose();

        DataFolderLock.FindHost(folder).ShouldBeNull();
        using var again = DataFolderLock.Acquire(folder, Admin);
    }

    [Fact]
    public void What_a_crashed_host_left_behind_does_not_lock()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "spark.lock"), "");
        File.WriteAllLines(Path.Combine(folder, "spark.host"), ["1", Admin.ToString()]);

        using var held = DataFolderLock.Acquire(folder, Admin);
    }

    [Fact]
    public void The_folder_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        using var held = DataFolderLock.Acquire(folder, Admin);

#pragma warning disable CA1416 // Skipped on Windows above.
        File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
    }

    [Fact]
    public void A_folder_without_a_host_has_none() => DataFolderLock.FindHost(folder).ShouldBeNull();
}
