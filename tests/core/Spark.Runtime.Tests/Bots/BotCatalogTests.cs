using Spark.Channels;
using Spark.Runtime.Tests.Support;

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
