using Spark.Runtime.Offload;
using Spark.Runtime.Privacy;
using Spark.Runtime.Retention;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class LinkConformance : StorageConformance
{
    private ILinkStore Links => Stores.Get<ILinkStore>();

    private DateTimeOffset Now => Stores.Clock.GetUtcNow();

    [Fact]
    public async Task A_name_is_found_within_its_connection()
    {
        var link = new Link("desk", "d-1", "web", "c1");
        await Links.PutAsync(link, Now, Cancelled);

        (await Links.FindAsync("desk", "d-1", Cancelled)).ShouldBe(link);
        (await Links.FindAsync("desk", "d-2", Cancelled)).ShouldBeNull();
        (await Links.FindAsync("other", "d-1", Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_name_that_is_given_again_stands_for_the_new_conversation()
    {
        await Links.PutAsync(new("desk", "d-1", "web", "c1"), Now, Cancelled);
        await Links.PutAsync(new("desk", "d-1", "web", "c2"), Now, Cancelled);

        (await Links.FindAsync("desk", "d-1", Cancelled))!.ConversationId.ShouldBe("c2");
    }

    [Fact]
    public async Task A_name_is_taken_once_and_in_its_time()
    {
        await Links.PutAsync(new("desk", "token", "web", "c1"), Now, Cancelled);

        (await Links.TakeAsync("desk", "token", Now.AddMinutes(1), Cancelled)).ShouldBeNull("too old");
        var takers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Links.TakeAsync("desk", "token", Now, Cancelled).AsTask()));
        takers.OfType<Link>().ShouldHaveSingleItem().ConversationId.ShouldBe("c1");
        (await Links.FindAsync("desk", "token", Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task Long_ids_of_channels_and_of_desks_are_linked_like_short_ones()
    {
        var link = new Link("desk", TestTurns.LongId(), "web", TestTurns.LongId());
        await Links.PutAsync(link, Now, Cancelled);
        await Links.PutAsync(link with { Lines = 3 }, Now, Cancelled);

        (await Links.FindAsync("desk", link.ExternalId, Cancelled)).ShouldBe(link with { Lines = 3 });
        (await Links.FindAsync("desk", link.ExternalId + "x", Cancelled)).ShouldBeNull();
        var people = Stores.Get<IPersonIndex>();
        (await people.LinksAsync("web", link.ConversationId, Cancelled)).ShouldHaveSingleItem().ConversationId.ShouldBe(link.ConversationId);
        (await people.LinksAsync("other", link.ConversationId, Cancelled)).ShouldBeEmpty();
        (await Links.TakeAsync("desk", link.ExternalId, Now, Cancelled))!.ExternalId.ShouldBe(link.ExternalId);
        (await Links.FindAsync("desk", link.ExternalId, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task Retention_forgets_names_that_nobody_has_renewed()
    {
        await Links.PutAsync(new("desk", "old", "web", "c1"), Now.AddDays(-10), Cancelled);
        await Links.PutAsync(new("desk", "new", "web", "c2"), Now, Cancelled);
        var retention = Stores.Get<IRetentionStore>();
        for (var page = 0; page < 10 && !(await retention.PruneAsync(new(Now.AddDays(-5), Now.AddDays(-5)), 100, Cancelled)).IsDone; page++)
        {
        }

        (await Links.FindAsync("desk", "old", Cancelled)).ShouldBeNull();
        (await Links.FindAsync("desk", "new", Cancelled)).ShouldNotBeNull();
    }
}
