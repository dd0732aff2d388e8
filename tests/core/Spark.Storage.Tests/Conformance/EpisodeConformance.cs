using Spark.Engine.Conversations;
using Spark.Runtime.Episodes;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class EpisodeConformance : StorageConformance
{
    private const int Many = 41;

    private static readonly EpisodeOutcome?[] Outcomes = [EpisodeOutcome.Resolved, EpisodeOutcome.Escalated, EpisodeOutcome.Abandoned, null];

    private IEpisodeIndex Index => Stores.Get<IEpisodeIndex>();

    [Fact]
    public async Task Episodes_are_listed_those_that_began_last_first_and_each_once()
    {
        var began = await WriteManyAsync();

        var listed = await ReadAllAsync(new());

        listed.Count.ShouldBe(Many);
        listed.Select(one => (one.Conversation.ExternalId, one.Episode.Number)).Distinct().Count().ShouldBe(Many);
        listed.Select(one => one.Episode.Began).ShouldBeInOrder(SortDirection.Descending);
        listed[^1].Episode.Began.ShouldBe(began);
        listed[0].State.Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task Filters_let_through_what_fits_and_counts_agree_with_the_list()
    {
        var began = await WriteManyAsync();
        EpisodeFilter[] filters =
        [
            new(),
            new() { IsOpen = true },
            new() { IsOpen = false },
            new() { Outcome = EpisodeOutcome.Escalated },
            new() { Instance = "web" },
            new() { Instance = "other" },
            new() { Bots = ["b"], Outcome = EpisodeOutcome.Resolved },
            new() { Bots = ["b", "with \"quotes\""] },
            new() { Bots = [] },
            new() { From = began.AddHours(5), Until = began.AddHours(21) },
        ];

        foreach (var filter in filters)
        {
            var listed = await ReadAllAsync(filter);
            var counts = await Index.CountAsync(filter, TimeSpan.FromDays(1), TimeSpan.FromHours(2), Cancelled);

            counts.Sum(count => count.Count).ShouldBe(listed.Count);
            foreach (var group in listed.GroupBy(one => (Day: Floor(one.Episode.Began), one.Episode.Outcome)))
            {
                counts.Single(count => count.From == group.Key.Day && count.Outcome == group.Key.Outcome).Count.ShouldBe(group.Count());
            }
        }

        (await ReadAllAsync(new() { Outcome = EpisodeOutcome.Escalated })).ShouldAllBe(one => one.Episode.Outcome == EpisodeOutcome.Escalated);
        (await ReadAllAsync(new() { Instance = "other" })).ShouldBeEmpty();
        (await ReadAllAsync(new() { Bots = [] })).ShouldBeEmpty();
        (await ReadAllAsync(new() { Bots = ["b", "x"] })).Count.ShouldBe(Many);
        var one = (await ReadAllAsync(new()))[0];
        (await Index.BotsOfAsync(one.Conversation.Key, Cancelled)).ShouldBe(["b"]);
    }

    [Fact]
    public async Task A_ticket_is_found_by_a_part_of_its_number_whatever_its_case()
    {
        await WriteManyAsync();

        var found = (await ReadAllAsync(new() { Text = "inc0007" })).ShouldHaveSingleItem();

        found.Episode.Ticket.ShouldBe("INC0007");
        found.Episode.TicketUrl.ShouldBe(new Uri("https://desk.example/7"));
        found.Conversation.ExternalId.ShouldBe("c7");
    }

    [Fact]
    public async Task A_page_that_finds_less_than_it_may_and_has_looked_at_all_is_the_last()
    {
        await WriteManyAsync();

        var page = await Index.ListAsync(new() { Text = "c20" }, null, 5, Cancelled);

        page.Episodes.Single().Conversation.ExternalId.ShouldBe("c20");
        page.Next.ShouldBeNull();
    }

    private static DateTimeOffset Floor(DateTimeOffset time)
    {
        var day = TimeSpan.FromDays(1).Ticks;
        var added = TimeSpan.FromHours(2).Ticks;
        return new(((time.UtcTicks + added) / day * day) - added, TimeSpan.Zero);
    }

    /// <summary>Two begin at the same time, now and then.</summary>
    private async Task<DateTimeOffset> WriteManyAsync()
    {
        var first = Stores.Clock.GetUtcNow();
        for (var number = 0; number < Many; number++)
        {
            var outcome = Outcomes[number % Outcomes.Length];
            var episode = new Episode
            {
                Number = 1,
                Bot = "b",
                Version = "1",
                Began = Stores.Clock.GetUtcNow(),
                Ended = outcome is null ? null : Stores.Clock.GetUtcNow(),
                Outcome = outcome,
                Ticket = number == 7 ? "INC0007" : null,
                TicketUrl = number == 7 ? new Uri("https://desk.example/7") : null,
            };
            await WriteAsync(Turns.First($"c{number}") with { Episodes = [episode] });
            Stores.Clock.Advance(number % 5 == 0 ? TimeSpan.Zero : TimeSpan.FromHours(1));
        }

        return first;
    }

    private async Task<List<ListedEpisode>> ReadAllAsync(EpisodeFilter filter)
    {
        var found = new List<ListedEpisode>();
        EpisodeCursor? before = null;
        do
        {
            var page = await Index.ListAsync(filter, before, 7, Cancelled);
            found.AddRange(page.Episodes);
            before = page.Next;
        }
        while (before is not null);
        return found;
    }
}
