using System.Text.RegularExpressions;
using Spark.Faults.Tests.Support;
using Spark.Runtime.Outbox;

namespace Spark.Faults.Tests;

/// <summary>A database goes back to a copy that was made while messages and deeds were open: they have happened since, and must not happen again.</summary>
public sealed partial class RestoreTests
{
    private const string Conversation = "a:person-0";

    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SQLite_what_was_open_in_the_backup_is_held_and_not_sent_again()
    {
        var backup = Path.Combine(Path.GetTempPath(), $"spark-backup-{Guid.NewGuid():n}.db");
        try
        {
            await using var stage = await Disaster.PrepareAsync(folder => Task.FromResult<IStoreUnderTest>(new SqliteStore(folder)), people: 1);
            var host = await OpenSomethingAsync(stage);
            (await host.RunCommandAsync(_ => true, cancellationToken, "db", "check")).ShouldContain("SQLite");
            (await host.RunCommandAsync(_ => true, cancellationToken, "db", "backup", backup)).ShouldContain(backup);
            (await host.RunToEndAsync(cancellationToken, "db", "backup", backup)).Code.ShouldNotBe(0, "a file that is there is not written over");
            await CloseItAsync(stage);

            (await host.RunToEndAsync(cancellationToken, "db", "restore", backup)).ShouldSatisfyAllConditions(
                run => run.Code.ShouldNotBe(0), run => run.Output.ShouldContain("SPK12016"));
            await host.StopAsync(cancellationToken);
            var restored = await host.RunCommandAsync(_ => true, cancellationToken, "db", "restore", backup);
            restored.ShouldContain("are held");
            restored.ShouldContain("before-restore");
            (await host.RunCommandAsync(_ => true, cancellationToken, "audit", "list")).ShouldContain($"database.restored            {backup}");
            await HeldAsync(stage);
        }
        finally
        {
            File.Delete(backup);
        }
    }

    [Fact]
    public async Task On_PostgreSQL_what_was_open_in_the_dump_is_held_and_not_sent_again()
    {
        var dump = Path.Combine(Path.GetTempPath(), $"spark-dump-{Guid.NewGuid():n}");
        try
        {
            PostgresStore? store = null;
            await using var stage = await Disaster.PrepareAsync(async _ => store = await PostgresStore.StartAsync(), people: 1);
            var host = await OpenSomethingAsync(stage);
            (await host.RunCommandAsync(_ => true, cancellationToken, "db", "check")).ShouldContain("PostgreSQL");
            (await host.RunToEndAsync(cancellationToken, "db", "backup", dump)).ShouldSatisfyAllConditions(
                run => run.Code.ShouldNotBe(0), run => run.Output.ShouldContain("pg_dump"));
            await store!.Cluster.DumpAsync("postgres", dump, cancellationToken);
            await CloseItAsync(stage);

            await host.StopAsync(cancellationToken);
            await store.Cluster.RestoreAsync("postgres", dump, cancellationToken);
            (await host.RunCommandAsync(_ => true, cancellationToken, "outbox", "hold")).ShouldContain("were held");
            await HeldAsync(stage);
        }
        finally
        {
            File.Delete(dump);
        }
    }

    // Messages that the far side does not take for now, and an action under way.
    private async Task<FaultHost> OpenSomethingAsync(Disaster stage)
    {
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken);
        await stage.ArrivedAsync("Next?", cancellationToken);
        await stage.Crowd.FallSilentAsync();
        stage.FarSide.Mood = Mood.Busy;
        stage.FarSide.HoldDeeds();
        await stage.Crowd.SayAsync(Conversation, "act slowly");
        await stage.FarSide.DeedAsync("act slowly", cancellationToken);
        await host.RunCommandAsync(output => output.Contains("429", StringComparison.Ordinal), cancellationToken, "outbox", "list", "--status", "open");
        return host;
    }

    // After the backup all of it happens.
    private async Task CloseItAsync(Disaster stage)
    {
        stage.FarSide.Mood = Mood.Well;
        stage.FarSide.LetDeedsEnd();
        await stage.ArrivedAsync("Echo act slowly", cancellationToken);
        await stage.ArrivedAsync("Did act slowly", cancellationToken);
    }

    private async Task HeldAsync(Disaster stage)
    {
        var host = stage.Hosts[0];
        var before = stage.FarSide.Arrivals.Count;
        await host.StartAsync(cancellationToken);
        var held = await host.RunCommandAsync(_ => true, cancellationToken, "outbox", "list", "--status", "held");
        var addresses = Address().Matches(held).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        addresses.Count.ShouldBe(2, held);
        (await host.RunCommandAsync(_ => true, cancellationToken, "outbox", "list", "--status", "open")).ShouldContain("0 effects");

        // The conversation still waits for the deed; what is said meanwhile is kept. Nothing of what was held leaves by itself.
        stage.FarSide.Arrivals.Count.ShouldBe(before);
        stage.FarSide.Deeds["act slowly"].ShouldBe(1);

        // An operator lets the message go, and tells what became of the deed.
        var echo = stage.FarSide.Arrivals.First(arrival => arrival.Text == "Echo act slowly").Effect;
        addresses.ShouldContain(echo);
        await host.RunCommandAsync(_ => true, cancellationToken, "outbox", "retry", echo);
        await stage.ArrivedAsync("Echo act slowly", 2, cancellationToken);
        await host.RunCommandAsync(_ => true, cancellationToken, "outbox", "drop", addresses.Single(address => address != echo), "--reason", "It was done.");
        (await host.RunCommandAsync(_ => true, cancellationToken, "audit", "list")).ShouldContain("\"reason\":\"It was done.\"");
        (await host.RunCommandAsync(_ => true, cancellationToken, "db", "check")).ShouldNotContain("problem:");
        await host.StopAsync(cancellationToken);
        await using var books = stage.Store.Open();
        (await books.CheckAsync(cancellationToken)).Problems.ShouldBeEmpty();
        (await books.EffectsAsync(cancellationToken, OutboxStatus.Unknown, OutboxStatus.Failed)).ShouldBeEmpty();
        stage.FarSide.Deeds["act slowly"].ShouldBe(1);
    }

    [GeneratedRegex(@"[0-9a-f]{32}-\d+-\d+", RegexOptions.None, 10_000)]
    private static partial Regex Address();
}
