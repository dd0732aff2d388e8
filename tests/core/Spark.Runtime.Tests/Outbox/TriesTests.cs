using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Engine.Turns;
using Spark.Expressions;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Outbox;

/// <summary>The tries and approvals of an action, with the real engine, over restarts.</summary>
public sealed class TriesTests : IDisposable
{
    private static readonly Bot Bot = BotReader.Read(
        new BotSource("test", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = "spark: 1\nbot: test\nlanguages: [en]\nevents: { started: start }\n",
            ["dialogs/start.yaml"] = """
                dialog: start
                steps:
                  - run: act
                    then:
                      good: { id: g, say: Good. }
                      declined: { id: d, say: Declined. }
                      failed: { id: f, say: Failed. }
                """,
            ["actions/act.yaml"] = """
                action: act
                steps:
                  - look-up: jo
                    approve: true
                    tries: 3
                    outcomes: { good: result = "ok" }
                    otherwise: failed
                """,
        }),
        new InstalledOffers { Actions = new HashSet<string>(StringComparer.Ordinal) { "look-up" } }).Bot!;

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);
    private readonly AnnouncingClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_approval_and_the_wait_for_the_next_try_survive_a_restart_and_all_tries_bear_one_key()
    {
        await using (var asking = await StartAsync())
        {
            await asking.SayAsync(channel, "hello");
            await channel.Sent.NextAsync();
            asking.Directory.Actions.All.ShouldBeEmpty();
        }

        string key;
        await using (var trying = await StartAsync())
        {
            trying.Directory.OnAction = (_, _, _) => Task.FromResult(ActionResult.Failed<Value>("down"));
            await trying.SayAsync(channel, "yes");
            var first = await trying.Directory.Actions.NextAsync();
            await trying.Store.Commits.NextAsync(one => one.Commit.Event is ActionEnded);
            (first.Context.Attempt, first.Context.Tries).ShouldBe((1, 3));
            key = first.Context.EffectId;
        }

        await using var again = await StartAsync();
        clock.Advance(TimeSpan.FromSeconds(10));
        var second = await again.Directory.Actions.NextAsync();
        (second.Context.EffectId, second.Context.Attempt, second.Context.Tries).ShouldBe((key, 2, 3));
        (await channel.Sent.NextAsync(message => message.EffectId.Length > 0 && channel.SentTexts.Contains("Good."))).ShouldNotBeNull();
        again.Directory.Actions.All.Count.ShouldBe(1);
    }

    private async Task<TestRuntime> StartAsync()
    {
        var runtime = await TestRuntime.StartAsync(folder, clock, new(), channel);
        runtime.Engine.OnRun = (_, state, happened) => DialogEngine.Run(Bot, state, happened);
        return runtime;
    }
}
