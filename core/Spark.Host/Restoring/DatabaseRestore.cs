using System.Data.Common;
using System.Globalization;
using Spark.Cockpit.Outbox;
using Spark.Host.Administration;
using Spark.Runtime;
using Spark.Runtime.Operations;
using Spark.Runtime.Stores;
using Spark.Storage;
using Spark.Storage.DataFolders;
using Spark.Storage.Sqlite;

namespace Spark.Host.Restoring;

/// <summary>
/// Puts a backup in the place of a data folder's database. Everything that can fail happens to a copy beside it; then one rename changes
/// the old for the new. What was open in the backup has mostly left since: it is held, so that nobody gets the last hour again.
/// </summary>
internal sealed class DatabaseRestore(string data, TimeProvider time)
{
    private static readonly string[] Companions = ["-wal", "-shm"];

    private readonly string target = Path.Combine(data, SqliteDatabase.FileName);
    private readonly string stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public async Task<RestoredDatabase> RunAsync(string backup, CancellationToken cancellationToken)
    {
        if (DataFolderLock.FindHost(data) is { } host)
        {
            throw new OperatorException("SPK12016", $"A host runs on '{data}' ({host}). Stop it before you restore its database.");
        }

        if (!File.Exists(backup))
        {
            throw new OperatorException("SPK12017", $"There is no backup '{backup}'.");
        }

        using var hold = DataFolderLock.Acquire(data, new Uri("http://127.0.0.1/"));
        var staging = Path.Combine(data, $"restore-{stamp}");
        Directory.CreateDirectory(staging);
        try
        {
            var staged = Path.Combine(staging, SqliteDatabase.FileName);
            File.Copy(backup, staged);
            var held = await PrepareAsync(staging, backup, cancellationToken);
            FlushToDisk(staged);
            var aside = await KeepAsideAsync();
            File.Move(staged, target, overwrite: true);
            return new(aside, held);
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    // Opening it brings it to this program's schema, too: a backup of an older version is as good.
    private static async Task<long> PrepareAsync(string staging, string backup, CancellationToken cancellationToken)
    {
        try
        {
            await using var services = Open(staging);
            var report = await services.GetRequiredService<IDatabaseCare>().CheckAsync(cancellationToken);
            if (report.Problems.Count > 0)
            {
                throw new OperatorException("SPK12017", $"The backup '{backup}' is damaged: {string.Join(" ", report.Problems)}");
            }

            var held = await services.GetRequiredService<IEffectHold>().HoldOpenAsync(HeldReason.Text, cancellationToken);
            await CommandAudit.WriteAsync(services, "database.restored", Path.GetFullPath(backup), cancellationToken);
            return held;
        }
        catch (Exception problem) when (problem is DbException or StoreUnavailableException)
        {
            throw new OperatorException("SPK12017", $"'{backup}' is no backup of Spark's database: {problem.Message}", problem);
        }
    }

    private async Task<string?> KeepAsideAsync()
    {
        if (!File.Exists(target))
        {
            return null;
        }

        await CloseCleanlyAsync();
        var aside = $"{target}.before-restore-{stamp}";
        File.Copy(target, aside);
        foreach (var companion in Companions.Where(companion => File.Exists(target + companion)))
        {
            File.Copy(target + companion, aside + companion);
            File.Delete(target + companion);
        }

        return aside;
    }

    // A host that was killed leaves a log beside the file. Opening and closing takes it in, so that the rename changes all there is.
    private async Task CloseCleanlyAsync()
    {
        try
        {
            await using var services = Open(data);
            await services.GetRequiredService<IDatabaseCare>().CheckAsync(CancellationToken.None);
        }
        catch (Exception problem) when (problem is DbException or StoreUnavailableException or OperatorException)
        {
            // It is damaged, or newer than this program: it is kept aside as it is, with its log.
        }
    }

    private static ServiceProvider Open(string folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSparkSqlite(folder);
        return services.BuildServiceProvider();
    }

    private static void FlushToDisk(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.Flush(flushToDisk: true);
    }
}
