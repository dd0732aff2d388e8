using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Episodes;
using Spark.Runtime.Turns;
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
    public async Task The_oldest_come_first_when_that_is_asked_for()
    {
        var began = await WriteManyAsync();
        var later = new EpisodeFilter { From = began.AddHours(5), Until = began.AddHours(21) };

        var all = await ReadAllAsync(new() { OldestFirst = true });
        var some = await ReadAllAsync(later with { OldestFirst = true });

        all.Count.ShouldBe(Many);
        all.Select(Name).ShouldBe((await ReadAllAsync(new())).Select(Name).Reverse());
        some.Select(Name).ShouldBe((await ReadAllAsync(later)).Select(Name).Reverse());
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
            new() { Type = EpisodeType.Incident },
            new() { Type = EpisodeType.Request, Instance = "web", Bots = ["b"] },
            new() { Instance = "web" },
            new() { Instance = "other" },
            new() { Bots = ["b"], Outcome = EpisodeOutcome.Resolved },
            new() { Bots = ["b", "with \"quotes\""] },
            new() { Bots = [] },
            new() { From = began.AddHours(5), Until = began.AddHours(21) },
            new() { Text = "c2" },
            new() { Text = "C1", Outcome = EpisodeOutcome.Escalated, From = began.AddHours(5) },
            new() { Text = "inc" },
            new() { Text = "nobody" },
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

    [Theory]
    [InlineData("grace h")]
    [InlineData("hopper@navy")]
    [InlineData("u-1906")]
    public async Task A_person_is_found_by_a_part_of_the_name_the_address_or_the_id_whatever_its_case(string text)
    {
        await WriteManyAsync();
        var commit = Turns.First("of-grace");
        var episode = new Episode { Number = 1, Bot = "b", Version = "1", Began = Stores.Clock.GetUtcNow() };
        await WriteAsync(commit with
        {
            Episodes = [episode],
            State = commit.State with { Person = new() { Id = "U-1906", Name = "Grace Hopper", Email = "Hopper@navy.example", Language = "grace h" } },
        });
        commit = Turns.First("of-another");
        await WriteAsync(commit with { Episodes = [episode], State = commit.State with { Person = new() { Id = "x", Language = "grace hopper@navy u-1906" } } });

        (await ReadAllAsync(new() { Text = text })).ShouldHaveSingleItem().Conversation.ExternalId.ShouldBe("of-grace");
    }

    [Theory]
    [InlineData("jose")]
    [InlineData("GARCÍA  márq")]
    [InlineData("@contoso.exa")]
    [InlineData("4711")]
    [InlineData("0004711")]
    public async Task Accents_case_blanks_and_leading_zeros_keep_nobody_from_being_found(string text)
    {
        await WriteManyAsync();
        await WriteAsync(Named("of-jose", new() { Id = "x", Name = "José García Márquez", Email = "jg@contoso.example" }, Ticketed("INC0004711")));

        (await ReadAllAsync(new() { Text = text })).ShouldHaveSingleItem().Conversation.ExternalId.ShouldBe("of-jose");
    }

    [Theory]
    [InlineData("ose")]
    [InlineData("11")]
    [InlineData("%")]
    [InlineData("@")]
    public async Task What_no_word_begins_with_finds_nothing(string text)
    {
        await WriteAsync(Named("of-jose", new() { Id = "x", Name = "José García", Email = "jg@contoso.example" }, Ticketed("INC0004711")));

        (await ReadAllAsync(new() { Text = text })).ShouldBeEmpty();
        (await Index.CountAsync(new() { Text = text }, TimeSpan.FromDays(1), TimeSpan.Zero, Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_another_name_is_found_by_it_and_not_by_the_old_one()
    {
        var first = await WriteAsync(Named("c", new() { Id = "x", Name = "Ada Byron" }, Ticketed(null)));
        var next = Turns.After(first, TestTurns.Say("I married"));

        await WriteAsync(next with { IsRenamed = true, State = next.State with { Person = new() { Id = "x", Name = "Ada Lovelace" } } });

        (await ReadAllAsync(new() { Text = "lovelace" })).ShouldHaveSingleItem();
        (await ReadAllAsync(new() { Text = "byron" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_many_have_in_common_finds_all_of_them_and_counts_them()
    {
        for (var number = 0; number < IEpisodeIndex.MostLookedAt / 100; number++)
        {
            await Task.WhenAll(Enumerable.Range(number * 101, 101).Select(one =>
                WriteAsync(Named($"n{one}", new() { Id = $"u{one}", Name = one % 2 == 0 ? "Common Even" : "Common Odd" }, Ticketed(null)))));
        }

        var all = await Index.CountAsync(new() { Text = "common" }, TimeSpan.FromDays(1), TimeSpan.Zero, Cancelled);
        var some = await Index.CountAsync(new() { Text = "odd" }, TimeSpan.FromDays(1), TimeSpan.Zero, Cancelled);
        var page = await Index.ListAsync(new() { Text = "common" }, null, 200, Cancelled);

        all.Sum(count => count.Count).ShouldBe(5050);
        some.Sum(count => count.Count).ShouldBe(2525);
        page.Episodes.Count.ShouldBe(200);
        page.Next.ShouldNotBeNull();
        (await Index.ListAsync(new() { Text = "u5049", OldestFirst = true }, null, 5, Cancelled)).ShouldSatisfyAllConditions(
            one => one.Episodes.ShouldHaveSingleItem().Conversation.ExternalId.ShouldBe("n5049"), one => one.Next.ShouldBeNull());
    }

    [Fact]
    public async Task Conversations_without_words_are_given_theirs_a_page_at_a_time()
    {
        await WriteManyAsync();
        await ForgetWordsAsync();
        (await ReadAllAsync(new() { Text = "inc0007" })).ShouldBeEmpty();
        var store = Stores.Get<ISearchWordStore>();
        var pages = new List<int>();
        do
        {
            pages.Add(await store.CatchUpAsync(20, Cancelled));
        }
        while (pages[^1] > 0);

        pages.ShouldBe([20, 20, 1, 0]);
        (await ReadAllAsync(new() { Text = "inc0007" })).ShouldHaveSingleItem().Conversation.ExternalId.ShouldBe("c7");
        (await ReadAllAsync(new() { Text = "c" })).Count.ShouldBe(Many);
    }

    [Fact]
    public async Task With_an_episode_its_words_go_and_with_the_last_one_those_of_its_person()
    {
        var first = await WriteAsync(Named("c", new() { Id = "x", Name = "Ada" }, Ticketed("INC1") with { Ended = Stores.Clock.GetUtcNow() }));
        var next = Turns.After(first, TestTurns.Say("again"));
        await WriteAsync(next with { Episodes = [Ticketed("INC2") with { Number = 2 }], State = next.State with { Person = first.State.Person } });

        await ExecuteAsync("DELETE FROM episodes WHERE number = 1");
        (await ExecuteAsync("SELECT count(*) FROM search_words WHERE number = 1")).ShouldBe(0);
        (await ReadAllAsync(new() { Text = "ada" })).ShouldHaveSingleItem().Episode.Number.ShouldBe(2);
        (await ReadAllAsync(new() { Text = "inc1" })).ShouldBeEmpty();

        await ExecuteAsync("DELETE FROM episodes");
        (await ExecuteAsync("SELECT count(*) FROM search_words")).ShouldBe(0);
    }

    /// <summary>Runs SQL.</summary>
    /// <returns>The number that it reads; 0 when it reads none.</returns>
    protected abstract Task<long> ExecuteAsync(string sql);

    // As a node leaves them that knows no words.
    private async Task ForgetWordsAsync()
    {
        await ExecuteAsync("DELETE FROM search_words");
        await ExecuteAsync("UPDATE conversations SET has_words = false");
    }

    private TurnCommit Named(string id, Person person, Episode episode)
    {
        var commit = Turns.First(id);
        return commit with { Episodes = [episode], State = commit.State with { Person = person } };
    }

    private Episode Ticketed(string? ticket) => new() { Number = 1, Bot = "b", Version = "1", Began = Stores.Clock.GetUtcNow(), Ticket = ticket };

    [Fact]
    public async Task A_page_that_finds_less_than_it_may_and_has_looked_at_all_is_the_last()
    {
        await WriteManyAsync();

        var page = await Index.ListAsync(new() { Text = "c20" }, null, 5, Cancelled);

        page.Episodes.Single().Conversation.ExternalId.ShouldBe("c20");
        page.Next.ShouldBeNull();
    }

    private static string Name(ListedEpisode one) => one.Conversation.ExternalId;

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
                Type = number % 3 == 0 ? EpisodeType.Incident : number % 3 == 1 ? EpisodeType.Question : null,
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
