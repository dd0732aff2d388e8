using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Engine.Turns;
using Spark.Runtime.Bots;
using Spark.Runtime.Feeds;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.People;

/// <summary>One person on two channels, by the runtime's and the engine's own turns, on both databases.</summary>
public sealed class PersonVariablesTests(OnePostgres postgres) : IDisposable
{
    private static readonly Person Jo = new() { Id = "tenant/jo", Identity = "entra:tenant/jo", Verified = true };
    private readonly TempFolder folder = new();
    private readonly CollectingChannel teams = new("teams", ReplyPath.Call);
    private readonly CollectingChannel portal = new("portal", ReplyPath.Call);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_told_on_one_channel_is_known_on_the_other_to_the_same_person_alone(bool onPostgres)
    {
        await using (var runtime = await StartAsync(onPostgres))
        {
            await SayAsync(runtime, teams, Jo, "hello", "Which desk is yours?");
            await SayAsync(runtime, teams, Jo, "D-7", "Yours is D-7.");
        }

        // Another process: nothing of it is in memory.
        await using var other = await StartAsync(onPostgres);
        await SayAsync(other, portal, new() { Id = "web-1", Email = "jo@contoso.example" }, "hello", "Which desk is yours?", "anonymous");
        await SayAsync(other, portal, Jo with { Id = "jo", Verified = false }, "hello", "Which desk is yours?", "told");
        await SayAsync(other, portal, Jo with { Id = "jo", Identity = null }, "hello", "Which desk is yours?", "of-this-channel");
        await SayAsync(other, portal, Jo with { Id = "jo" }, "hello", "Yours is D-7.", "proved");

        // It changes there, and is known here with the next message; what happened can be replayed from its record alone.
        await SayAsync(other, portal, Jo with { Id = "jo" }, "I moved to D-9", "Yours is D-9.", "proved");
        await SayAsync(other, teams, Jo, "hello", "Yours is D-9.");
        var log = await other.Get<IConversationLog>().ReadAsync(ConversationKey.Of("teams", "c1"), 0, 10, Token);
        var last = log!.Turns[^1].Event.ShouldBeOfType<InboundReceived>();
        last.Remembered.ShouldNotBeNull().ShouldHaveSingleItem().Value.AsString().ShouldBe("D-9");
    }

    private static async Task SayAsync(TestRuntime runtime, CollectingChannel channel, Person person, string text, string expected, string conversation = "c1")
    {
        var message = TestRuntime.Message(text, $"{conversation}:{Guid.NewGuid():N}", conversation) with { Person = person };
        runtime.Clock.Advance(TimeSpan.FromSeconds(1));
        await runtime.Turns.AcceptAsync(channel.Instance, message, Token);
        while (true)
        {
            if (channel.SentTexts.LastOrDefault() is { } said && channel.Sent.All[^1].ConversationId == conversation && said == expected)
            {
                return;
            }

            await channel.Sent.NextAsync();
        }
    }

    private string? database;

    private async Task<TestRuntime> StartAsync(bool onPostgres)
    {
        database ??= onPostgres ? await postgres.CreateDatabaseAsync() : null;
        var engine = new ScriptedEngine { OnRun = DialogEngine.Run };
        var runtime = await TestRuntime.StartAsync(folder, database, new AnnouncingClock(), engine, new Dictionary<string, string?>(StringComparer.Ordinal), teams, portal);
        var source = new BotSource("helper", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = """
                spark: 1
                bot: helper
                languages: [en]
                variables:
                  desk: { type: text, scope: person }
                events: { started: ask, not-understood: ask }
                """,
            ["intents.yaml"] = """
                greet:
                  en: [hello]
                moved:
                  en: ["I moved to {desk}"]
                """,
            ["dialogs/ask.yaml"] = """
                dialog: ask
                trigger: { intents: [greet, moved] }
                steps:
                  - id: which
                    ask: Which desk is yours?
                    into: desk
                  - id: known
                    say: Yours is {desk}.
                    end: resolved
                """,
        });
        var bot = BotReader.Read(source, new()).Bot.ShouldNotBeNull();
        await runtime.Bots.ReplaceAsync([new BotSnapshot(bot, source)], Token);
        return runtime;
    }
}
