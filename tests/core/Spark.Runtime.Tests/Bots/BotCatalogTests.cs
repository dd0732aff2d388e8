using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Bots;

public sealed class BotCatalogTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_open_episode_stays_with_its_version_and_a_new_one_takes_the_current()
    {
        await using var runtime = await StartAsync("v1");
        await runtime.SayAsync(channel, "begin");
        await runtime.Bots.ReplaceAsync([TestBots.Snapshot("helper", "v2")], TestContext.Current.CancellationToken);

        await runtime.SayAsync(channel, "go on");
        await runtime.SayAsync(channel, "hello", conversation: "c2");
        for (var messages = 0; messages < 3; messages++)
        {
            await runtime.Outbox.Ended.NextAsync();
        }

        runtime.Query("SELECT version FROM episodes ORDER BY version").ShouldBe(["v1", "v2"]);
        channel.SentTexts.Order(StringComparer.Ordinal).ShouldBe(["v1", "v1", "v2"]);
    }

    [Fact]
    public async Task A_version_from_before_a_restart_is_compiled_again_once()
    {
        await using (var before = await StartAsync("v0"))
        {
            await before.SayAsync(channel, "begin");
        }

        await using var runtime = await StartAsync("v2");
        await runtime.SayAsync(channel, "go on");
        await runtime.SayAsync(channel, "further");
        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Sequence == 3);

        channel.SentTexts.Last().ShouldBe("v0");
        runtime.Compiler.Count.ShouldBe(1);
        runtime.Query("SELECT version FROM bot_versions ORDER BY version").ShouldBe(["v0", "v1", "v2"]);
    }

    [Fact]
    public async Task A_version_that_does_not_compile_any_more_gives_way_to_the_current_one()
    {
        await using (var before = await StartAsync("broken"))
        {
            await before.SayAsync(channel, "begin");
        }

        await using var runtime = await StartAsync("v2");
        await runtime.SayAsync(channel, "go on");
        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Sequence == 2);

        channel.SentTexts.Last().ShouldBe("v2");
    }

    [Theory]
    [InlineData(ReleaseMove.Finish, "v1")]
    [InlineData(ReleaseMove.NextQuestion, "v2")]
    [InlineData(ReleaseMove.Restart, "v2")]
    public async Task A_release_says_whether_the_persons_next_message_is_answered_by_it(ReleaseMove move, string answers)
    {
        await using var runtime = await StartAsync("v1");
        await runtime.SayAsync(channel, "begin");
        await runtime.Bots.ReleaseAsync(
            TestBots.Snapshot("helper", "v2"), new("helper", "v2", "", move, ReleaseOrigin.Published), TestContext.Current.CancellationToken);
        await runtime.SayAsync(channel, "go on");
        await runtime.Outbox.Ended.NextAsync(ended => ended.Address.Effect.Sequence == 2);

        channel.SentTexts.Last().ShouldBe(answers);
        var moved = await runtime.Store.LoadAsync(ConversationKey.Of("web", "c1"), [], TestContext.Current.CancellationToken);
        moved.State!.Episode!.Version.ShouldBe(move == ReleaseMove.NextQuestion ? "v2" : "v1");
    }

    [Fact]
    public async Task Each_turn_of_a_bot_that_is_switched_off_is_told_so()
    {
        var told = new List<bool>();
        var engine = new ScriptedEngine
        {
            OnRun = (_, state, happened) =>
            {
                told.Add(((InboundReceived)happened).BotIsOff);
                return ScriptedEngine.Say(state, "said");
            },
        };
        await using var runtime = await TestRuntime.StartAsync(folder, new(), engine, channel);
        await runtime.SayAsync(channel, "one");
        (await runtime.Get<IBotSwitch>().SwitchAsync("helper", isOn: false, TestContext.Current.CancellationToken)).ShouldBeTrue();
        await runtime.SayAsync(channel, "two");
        await runtime.SayAsync(channel, "three", conversation: "c2");
        await runtime.Get<IBotSwitch>().SwitchAsync("helper", isOn: true, TestContext.Current.CancellationToken);
        await runtime.SayAsync(channel, "four");

        // A turn that the change of configuration overtook runs again: what counts is what was written.
        told[0].ShouldBeFalse();
        told[^1].ShouldBeFalse();
        runtime.Query("SELECT sequence FROM events WHERE CAST(data AS TEXT) LIKE '%botIsOff\":true%' ORDER BY id").Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_classifiers_of_a_version_are_kept_beside_it_and_taken_up_before_it_is_compiled_again()
    {
        var source = new BotSource("helper", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = "{ spark: 1, bot: helper, languages: [en], events: { started: start } }",
            ["intents.yaml"] = "{ print: { en: [print it, put it on paper] }, scan: { en: [scan it, make a picture of it] } }",
            ["dialogs/start.yaml"] = "{ dialog: start, trigger: { intents: [print, scan] }, steps: [{ id: hello, say: Hi. }] }",
        });
        var bot = BotReader.Read(source, new()).Bot.ShouldNotBeNull();
        await using var runtime = await StartAsync("v1");
        await runtime.Bots.ReplaceAsync([new(bot, source)], TestContext.Current.CancellationToken);

        var kept = await runtime.Get<IBotModelStore>().ReadAsync("helper", bot.Version, TestContext.Current.CancellationToken);
        kept.Select(model => model.Key).ShouldBe(BotModels.KeysOf(bot));
        kept.Single().Bytes.ToArray().ShouldBe(BotModels.Of(bot).Single().Bytes.ToArray());
        await runtime.Bots.LoadModelsAsync(TestContext.Current.CancellationToken);
        BotModels.KeysOf(BotReader.ReadKept(source, new()).ShouldNotBeNull()).ShouldBe(BotModels.KeysOf(bot));
    }

    // Says its version; the first turn opens an episode.
    private async Task<TestRuntime> StartAsync(string version)
    {
        var engine = new ScriptedEngine
        {
            OnRun = (bot, state, happened) => ScriptedEngine.Say(
                state with { Episode = state.Episode ?? new() { Number = 1, Bot = bot.Id, Version = bot.Version, Began = happened.At } },
                bot.Version),
        };
        var runtime = await TestRuntime.StartAsync(folder, new(), engine, channel);
        await runtime.Bots.ReplaceAsync([TestBots.Snapshot("helper", version)], TestContext.Current.CancellationToken);
        return runtime;
    }
}
