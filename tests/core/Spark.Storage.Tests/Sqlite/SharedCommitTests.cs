using Spark.Runtime.Turns;
using Spark.Storage.Sqlite;
using Spark.Storage.Tests.Support;
using SQLitePCL;

namespace Spark.Storage.Tests.Sqlite;

/// <summary>Each commit is one flush of the disk: what comes at once shares it, and what comes alone has its own at once.</summary>
public sealed class SharedCommitTests
{
    private const int Turns = 60;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_writer_flushes_each_commit_to_the_disk_and_writes_ahead()
    {
        await using var store = await TestStore.OpenAsync();
        var found = new List<string>();

        await store.Get<SqliteDatabase>().Writer.BetweenAsync(connection =>
        {
            foreach (var setting in new[] { "synchronous", "journal_mode" })
            {
                using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Our own words.
                command.CommandText = $"PRAGMA {setting}";
#pragma warning restore CA2100
                found.Add($"{command.ExecuteScalar()}");
            }
        });

        found.ShouldBe(["2", "wal"]);
    }

    [Fact]
    public async Task Turns_that_come_while_the_writer_is_busy_share_a_commit()
    {
        await using var store = await TestStore.OpenAsync();
        var commits = await CountCommitsAsync(store);
        using var gate = new ManualResetEventSlim();
        var isBusy = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var busy = store.Get<SqliteDatabase>().Writer.WriteAsync(_ =>
        {
            isBusy.TrySetResult();
            gate.Wait(TimeSpan.FromMinutes(1));
            return 0;
        });
        await isBusy.Task.WaitAsync(Cancelled);

        var turns = Enumerable.Range(0, Turns).Select(number => store.Conversations.CommitAsync(store.FirstTurn($"c{number}"), Cancelled).AsTask()).ToList();
        gate.Set();
        await busy;

        (await Task.WhenAll(turns)).ShouldAllBe(outcome => outcome.Status == CommitStatus.Committed);
        commits.Count.ShouldBe(2, "one of the write before them, and one for all of them");
        store.Scalar("SELECT count(*) FROM events").ShouldBe($"{Turns}");
    }

    // Nothing moves the clock, and nobody else comes: whoever waited for either would wait for good.
    [Fact]
    public async Task A_lone_turn_has_a_commit_of_its_own_and_waits_for_nobody()
    {
        await using var store = await TestStore.OpenAsync();
        var commits = await CountCommitsAsync(store);
        var turn = store.FirstTurn("c1");

        for (var written = 1; written <= 3; written++)
        {
            (await store.CommitAsync(turn).WaitAsync(TimeSpan.FromMinutes(1), Cancelled)).Status.ShouldBe(CommitStatus.Committed);

            commits.Count.ShouldBe(written);
            store.Scalar("SELECT count(*) FROM events").ShouldBe($"{written}", "it is there for everybody when it is told");
            turn = store.NextTurn(turn);
        }
    }

    private static async Task<Commits> CountCommitsAsync(TestStore store)
    {
        var commits = new Commits();
        await store.Get<SqliteDatabase>().Writer.BetweenAsync(connection => raw.sqlite3_commit_hook(connection.Handle!, commits.Note, null));
        return commits;
    }

    private sealed class Commits
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        // 0 lets the commit go on.
        public int Note(object? unused)
        {
            Interlocked.Increment(ref count);
            return 0;
        }
    }
}
