using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Runtime.Outbox;
using Spark.Runtime.Retention;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Retention;

public sealed class RetentionServiceTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_hour_what_is_too_old_goes_page_by_page()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        var store = new CountingRetentionStore(pages: 3);
        var clock = new AnnouncingClock();
        using var service = new RetentionService(
            store, runtime.Get<IBotRetentionStore>(), runtime.Nodes, runtime.Node, runtime.Get<EffectSupervisor>(), Options.Create(new RetentionOptions()), clock, NullLogger<RetentionService>.Instance);

        await service.StartAsync(TestContext.Current.CancellationToken);
        for (var round = 0; round < 2; round++)
        {
            await clock.Timers.NextAsync(due => due == TimeSpan.FromHours(1));
            clock.Advance(TimeSpan.FromHours(1));
            for (var page = 0; page < 3; page++)
            {
                var (limits, limit) = await store.Pages.NextAsync();
                limit.ShouldBe(500);
                (clock.GetUtcNow() - limits.Events).ShouldBeInRange(TimeSpan.FromDays(90), TimeSpan.FromDays(90) + TimeSpan.FromSeconds(1));
                (clock.GetUtcNow() - limits.Seen).ShouldBeInRange(TimeSpan.FromDays(7), TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
                if (page < 2)
                {
                    await clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(100));
                    clock.Advance(TimeSpan.FromMilliseconds(100));
                }
            }
        }

        await service.StopAsync(TestContext.Current.CancellationToken);
        store.Pages.All.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Bots_with_less_time_than_others_go_by_their_own_and_the_log_by_the_longest()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        var store = new CountingRetentionStore(pages: 1);
        var bots = new ListingBotRetentionStore("hr", "it-support", "other");
        var clock = new AnnouncingClock();
        var options = new RetentionOptions { Bots = { ["hr"] = TimeSpan.FromDays(400), ["it-support"] = TimeSpan.FromDays(30) } };
        using var service = new RetentionService(
            store, bots, runtime.Nodes, runtime.Node, runtime.Get<EffectSupervisor>(), Options.Create(options), clock, NullLogger<RetentionService>.Instance);

        await service.StartAsync(TestContext.Current.CancellationToken);
        await clock.Timers.NextAsync(due => due == TimeSpan.FromHours(1));
        clock.Advance(TimeSpan.FromHours(1));
        for (var page = 0; page < 2; page++)
        {
            await clock.Timers.NextAsync(due => due == TimeSpan.FromMilliseconds(100));
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        var (limits, _) = await store.Pages.NextAsync();
        await service.StopAsync(TestContext.Current.CancellationToken);
        (clock.GetUtcNow() - limits.Events).TotalDays.ShouldBe(400, 0.1);
        bots.Pruned.Select(one => (one.Bot, Math.Round((clock.GetUtcNow() - one.Before).TotalDays))).ShouldBe(
            [("it-support", 30), ("it-support", 30), ("other", 90), ("other", 90)], "the first page has one, the second none");
    }

    [Theory]
    [InlineData("0.23:00:00", false)]
    [InlineData("1.00:00:00", true)]
    public void A_bot_keeps_things_for_a_day_at_least(string kept, bool isValid) =>
        new BotRetentionValidator().Validate(null, new() { Bots = { ["hr"] = TimeSpan.Parse(kept, System.Globalization.CultureInfo.InvariantCulture) } })
            .Succeeded.ShouldBe(isValid);

    [Fact]
    public async Task Keys_that_are_too_old_go_from_the_real_store()
    {
        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        await runtime.SayAsync(channel, "hello");
        await runtime.Outbox.Ended.NextAsync();
        var now = runtime.Clock.GetUtcNow();

        var limits = new RetentionLimits(now + TimeSpan.FromDays(1), now + TimeSpan.FromDays(1));
        while (!(await runtime.Get<IRetentionStore>().PruneAsync(limits, 500, TestContext.Current.CancellationToken)).IsDone)
        {
        }

        runtime.Query("SELECT count(*) FROM seen").ShouldBe(["0"]);
    }

    [Theory]
    [InlineData("1.23:00:00", false)]
    [InlineData("2.00:00:00", true)]
    public void Keys_are_kept_for_48_hours_at_least(string seen, bool isValid) =>
        new RetentionOptionsValidator().Validate(null, new() { Seen = TimeSpan.Parse(seen, System.Globalization.CultureInfo.InvariantCulture) })
            .Succeeded.ShouldBe(isValid);

    private sealed class ListingBotRetentionStore(params string[] names) : IBotRetentionStore
    {
        public List<(string Bot, DateTimeOffset Before)> Pruned { get; } = [];

        public ValueTask<IReadOnlyList<string>> BotsAsync(CancellationToken cancellationToken) => new(names);

        public ValueTask<BotEpisodesGone> PruneAsync(string bot, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
        {
            var isFirst = Pruned.All(one => one.Bot != bot);
            Pruned.Add((bot, endedBefore));
            return new(new BotEpisodesGone(isFirst ? 1 : 0, 0));
        }

        public ValueTask<BotEpisodesGone> CountAsync(string bot, DateTimeOffset endedBefore, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class CountingRetentionStore(int pages) : IRetentionStore
    {
        private int count;

        public Announcements<(RetentionLimits Limits, int Limit)> Pages { get; } = new();

        public ValueTask<Pruned> PruneAsync(RetentionLimits before, int limit, CancellationToken cancellationToken)
        {
            Pages.Add((before, limit));
            return new(new Pruned(1, ++count % pages == 0));
        }
    }
}
