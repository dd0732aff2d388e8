using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

/// <summary>The disk fills up under a host, and is made room on again.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public async Task While_the_disk_is_full_messages_are_refused_and_afterwards_nothing_is_missing()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        SmallDisk? disk = null;
        await using var stage = await Disaster.PrepareAsync(async folder =>
        {
            disk = await SmallDisk.MountAsync(folder, megabytes: 24);
            return new SqliteStore(folder, disk);
        });
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken);
        await Task.Delay(1_000, cancellationToken);
        disk!.Fill();
        await host.ExpectAsync("SPK11003", cancellationToken);
        await Task.Delay(2_000, cancellationToken);
        disk.MakeRoom();
        await Task.Delay(1_000, cancellationToken);
        await stage.ConcludeAsync(cancellationToken);
    }
}
