using Spark.Host.Bots;
using Spark.Host.Tests.Support;
using Spark.Runtime.Bots;
using Spark.Tests;

namespace Spark.Host.Tests.Bots;

public sealed class PublicationRuleTests
{
    private readonly FakePublications database = new();

    [Fact]
    public async Task A_version_that_was_never_kept_is_published()
    {
        database.Publish("helper", "v1");
        (await DecideAsync("v2")).Publish.Single().Bot.Version.ShouldBe("v2");
    }

    [Fact]
    public async Task The_first_version_of_a_bot_is_published() => (await DecideAsync("v1")).Publish.Count.ShouldBe(1);

    [Fact]
    public async Task The_published_version_stays_published()
    {
        database.Publish("helper", "v1");
        var plan = await DecideAsync("v1");
        plan.Held.ShouldBeEmpty();
        plan.Publish.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_version_that_another_one_has_followed_is_held_and_both_are_named()
    {
        database.Publish("helper", "v1");
        database.Publish("helper", "v2");
        var plan = await DecideAsync("v1");
        plan.Publish.ShouldBeEmpty();
        var held = plan.Held.Single();
        held.Sentence.ShouldContain("v1");
        held.Sentence.ShouldContain("v2");
        held.Sentence.ShouldContain("--publish");
    }

    [Fact]
    public async Task By_force_it_is_published_all_the_same()
    {
        database.Publish("helper", "v1");
        database.Publish("helper", "v2");
        var plan = await DecideAsync("v1", isForced: true);
        plan.Held.ShouldBeEmpty();
        plan.Publish.Single().Bot.Version.ShouldBe("v1");
    }

    [Fact]
    public async Task One_bot_that_is_held_does_not_hold_the_others()
    {
        database.Publish("helper", "v1");
        database.Publish("helper", "v2");
        var plan = await new PublicationRule(database, database).DecideAsync(
            [Snapshots.Of("helper", "v1"), Snapshots.Of("other", "v1")], isForced: false, isAlone: false, TestContext.Current.CancellationToken);
        plan.Publish.Single().Bot.Id.ShouldBe("other");
        plan.Held.Single().Bot.ShouldBe("helper");
    }

    [Fact]
    public async Task Alone_with_its_database_a_host_follows_its_folder()
    {
        database.Publish("helper", "v1");
        database.Publish("helper", "v2");
        (await DecideAsync("v1", isAlone: true)).Publish.Single().Bot.Version.ShouldBe("v1");
    }

    [Fact]
    public async Task What_an_operator_published_or_went_back_to_outlives_a_restart_of_a_host_that_is_alone()
    {
        database.Publish("helper", "v1");
        await database.ReleaseAsync(new("helper", "v2", "better", ReleaseMove.Finish, ReleaseOrigin.Published), TestContext.Current.CancellationToken);
        (await DecideAsync("v1", isAlone: true)).Held.Single().Published.ShouldBe("v2");

        // A folder that was edited since is another matter.
        (await DecideAsync("v3", isAlone: true)).Publish.Single().Bot.Version.ShouldBe("v3");
    }

    private Task<PublicationPlan> DecideAsync(string version, bool isForced = false, bool isAlone = false) => new PublicationRule(database, database).DecideAsync(
        [Snapshots.Of("helper", version)], isForced, isAlone, TestContext.Current.CancellationToken);
}
