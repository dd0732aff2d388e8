using Microsoft.Extensions.Logging.Abstractions;
using Spark.Runtime.Stores;
using Spark.Storage.Sqlite;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

public sealed class ReaderTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Beyond_so_many_waiting_reads_callers_are_sent_away_and_the_others_are_served()
    {
        const int Readers = 4;
        const int Capacity = 8;
        await using var database = SqliteDatabase.Open(Path.Combine(folder.Path, "spark.db"), TimeProvider.System, NullLoggerFactory.Instance, Capacity);
        var cancelled = TestContext.Current.CancellationToken;
        using var isHeld = new CountdownEvent(Readers);
        using var goesOn = new ManualResetEventSlim();
        var held = Enumerable.Range(0, Readers).Select(_ => Task.Run(
            async () => await database.Readers.ReadAsync(
                _ =>
                {
                    isHeld.Signal();
                    goesOn.Wait(cancelled);
                    return 1;
                },
                cancelled),
            cancelled)).ToList();
        await Task.Run(() => isHeld.Wait(cancelled), cancelled);
        var waiting = Enumerable.Range(0, Capacity).Select(_ => database.Readers.ReadAsync(_ => 1, cancelled).AsTask()).ToList();

        var refused = await Should.ThrowAsync<StoreUnavailableException>(async () => await database.Readers.ReadAsync(_ => 1, cancelled));
        goesOn.Set();

        refused.Code.ShouldBe(StoreUnavailableException.Busy);
        refused.Message.ShouldContain("8 calls");
        (await Task.WhenAll([.. held, .. waiting])).Sum().ShouldBe(Readers + Capacity);
        (await database.Readers.ReadAsync(_ => 1, cancelled)).ShouldBe(1, "places are free again");
    }
}
