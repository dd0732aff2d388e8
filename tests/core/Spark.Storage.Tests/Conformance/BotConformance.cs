using Spark.Engine.Reading;
using Spark.Runtime.Bots;
using Spark.Runtime.Tokens;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class BotConformance : StorageConformance
{
    private IBotVersionStore Versions => Stores.Get<IBotVersionStore>();

    private IBotSwitch Switch => Stores.Get<IBotSwitch>();

    private IPublicationStore Publications => Stores.Get<IPublicationStore>();

    [Fact]
    public async Task A_version_is_kept_as_it_was_first()
    {
        await Versions.PutAsync("b", "1", Source("first"), Cancelled);
        await Versions.PutAsync("b", "1", Source("second"), Cancelled);
        await Stores.ReopenAsync();

        (await Versions.FindAsync("b", "1", Cancelled))!.Files["bot.yaml"].ShouldBe("first");
        (await Versions.FindAsync("b", "2", Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task Models_are_kept_beside_their_version()
    {
        var models = Stores.Get<IBotModelStore>();
        await models.PutAsync("b", "1", [new("english", new byte[] { 1, 2 }), new("dutch", new byte[] { 3 })], Cancelled);
        await models.PutAsync("b", "1", [new("english", new byte[] { 4 })], Cancelled);
        await Stores.ReopenAsync();

        var kept = await Stores.Get<IBotModelStore>().ReadAsync("b", "1", Cancelled);
        kept.Select(model => (model.Key, string.Join(',', model.Bytes.ToArray()))).ShouldBe([("dutch", "3"), ("english", "1,2")]);
        (await Stores.Get<IBotModelStore>().ReadAsync("b", "2", Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Publishing_raises_the_revision_when_it_changes_something()
    {
        await Versions.PutAsync("a", "1", Source("a"), Cancelled);
        await Versions.PutAsync("b", "1", Source("b"), Cancelled);
        await Versions.PutAsync("b", "2", Source("b"), Cancelled);

        var both = await PublishAsync(("a", "1"), ("b", "1"));
        var same = await PublishAsync(("b", "1"));
        var other = await PublishAsync(("b", "2"));

        both.ShouldBe(Revision + 1);
        same.ShouldBe(both);
        other.ShouldBe(both + 1);
        (await Stores.RevisionAsync()).ShouldBe(other);
        var published = await Publications.ReadAsync(Cancelled);
        published.Revision.ShouldBe(other);
        published.Versions.ShouldBe(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_release_is_noted_and_the_last_one_says_how_open_conversations_move()
    {
        await Versions.PutAsync("b", "1", Source("first"), Cancelled);
        await Versions.PutAsync("b", "2", Source("second"), Cancelled);
        await PublishAsync(("b", "1"));
        var second = await Publications.ReleaseAsync(new("b", "2", "clearer words", ReleaseMove.NextQuestion, ReleaseOrigin.Published), Cancelled);
        (await Publications.ReadAsync(Cancelled)).Moves["b"].ShouldBe(ReleaseMove.NextQuestion);
        var back = await Publications.ReleaseAsync(new("b", "1", "", ReleaseMove.Restart, ReleaseOrigin.RolledBack), Cancelled);
        await Stores.ReopenAsync();

        back.ShouldBe(second + 1);
        var releases = await Publications.ListAsync("b", Cancelled);
        releases.Select(release => (release.Version, release.Note, release.Move, release.Origin)).ShouldBe(
        [
            ("1", "", ReleaseMove.Finish, ReleaseOrigin.Folder),
            ("2", "clearer words", ReleaseMove.NextQuestion, ReleaseOrigin.Published),
            ("1", "", ReleaseMove.Restart, ReleaseOrigin.RolledBack),
        ]);
        releases.Select(release => release.Number).ShouldBeInOrder();
        releases.ShouldAllBe(release => release.At > DateTimeOffset.UnixEpoch);
        (await Publications.ReadAsync(Cancelled)).Versions["b"].ShouldBe("1");
        (await Publications.ListAsync("other", Cancelled)).ShouldBeEmpty();
        (await Publications.CountAsync(Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bot_that_is_switched_off_stays_off_over_releases_until_it_is_switched_on()
    {
        await Versions.PutAsync("b", "1", Source("first"), Cancelled);
        await Versions.PutAsync("b", "2", Source("second"), Cancelled);
        var published = await PublishAsync(("b", "1"));

        (await Switch.SwitchAsync("b", isOn: false, Cancelled)).ShouldBeTrue();
        (await Switch.SwitchAsync("b", isOn: false, Cancelled)).ShouldBeTrue();
        (await Switch.SwitchAsync("other", isOn: false, Cancelled)).ShouldBeFalse();
        (await Stores.RevisionAsync()).ShouldBe(published + 1);
        await Publications.ReleaseAsync(new("b", "2", "", ReleaseMove.Finish, ReleaseOrigin.Published), Cancelled);
        await Stores.ReopenAsync();
        (await Publications.ReadAsync(Cancelled)).Off.ShouldBe(["b"]);

        (await Switch.SwitchAsync("b", isOn: true, Cancelled)).ShouldBeTrue();
        (await Publications.ReadAsync(Cancelled)).Off.ShouldBeEmpty();
        (await Stores.RevisionAsync()).ShouldBe(published + 3);
    }

    [Fact]
    public async Task Nothing_is_published_at_first()
    {
        var published = await Publications.ReadAsync(Cancelled);

        published.Versions.ShouldBeEmpty();
        published.Revision.ShouldBe(Revision);
    }

    [Fact]
    public async Task Settings_are_kept()
    {
        var settings = Stores.Get<ISettingsStore>();
        (await settings.FindAsync("x", Cancelled)).ShouldBeNull();
        (await settings.TryAddAsync("x", [1, 0, 255], Cancelled)).ShouldBeTrue();
        (await settings.TryAddAsync("x", [2], Cancelled)).ShouldBeFalse();
        (await settings.FindAsync("x", Cancelled)).ShouldBe([1, 0, 255]);

        await settings.PutAsync("x", [], Cancelled);
        await Stores.ReopenAsync();

        (await Stores.Get<ISettingsStore>().FindAsync("x", Cancelled)).ShouldBe([]);
    }

    private static BotSource Source(string text) => new("bot", new Dictionary<string, string> { ["bot.yaml"] = text });

    private async Task<long> PublishAsync(params (string Bot, string Version)[] versions) =>
        await Publications.PublishAsync(versions.ToDictionary(one => one.Bot, one => one.Version), Cancelled);
}
