using System.Text;
using Microsoft.Extensions.Options;
using Npgsql;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;
using Spark.Runtime.Feeds;
using Spark.Runtime.Secrets;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Secrets;

/// <summary>What a person says in confidence is known in all their conversations, and stands in clear in neither database.</summary>
public sealed class PersonSecretsTests(OnePostgres postgres) : IDisposable
{
    private const string Secret = "Zebra-83612";
    private const string Open = "desk-of-jo";
    private const string Asked = "Your PIN?";
    private static readonly string Old = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());
    private static readonly string New = Convert.ToBase64String(Enumerable.Range(101, 32).Select(number => (byte)number).ToArray());
    private static readonly string Known = $"At {Open}, known.";
    private static readonly Person Jo = new() { Id = "tenant/jo", Identity = "entra:tenant/jo", Verified = true };

    private readonly TempFolder folder = new();
    private readonly CollectingChannel teams = new("teams", ReplyPath.Call);
    private readonly CollectingChannel portal = new("portal", ReplyPath.Call);
    private readonly AnnouncingClock clock = new();
    private string? database;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_said_in_confidence_is_known_on_the_other_channel_and_stands_nowhere_in_clear(bool onPostgres)
    {
        await using (var runtime = await StartAsync(onPostgres, Old))
        {
            await SayAsync(runtime, teams, "hello", "Which desk?");
            await SayAsync(runtime, teams, Open, Asked);
            await SayAsync(runtime, teams, Secret, Known);
        }

        // Another process, which has a new key beside the old one.
        await using (var runtime = await StartAsync(onPostgres, $"{New}, {Old}"))
        {
            await SayAsync(runtime, portal, "hello", Known);
            var log = await runtime.Get<IConversationLog>().ReadAsync(ConversationKey.Of("portal", "c1"), 0, 10, Token);
            log!.Turns[0].Event.ShouldBeOfType<InboundReceived>().Remembered.ShouldNotBeNull().Count.ShouldBe(2);

            // What is said anew is sealed anew.
            await SayAsync(runtime, portal, "forget it", "Gone.");
            await SayAsync(runtime, portal, "hello", Asked);
            await SayAsync(runtime, portal, Secret, Known);
        }

        await using (var runtime = await StartAsync(onPostgres, New))
        {
            await SayAsync(runtime, teams, "hello", Known);
        }

        var stored = await StoredAsync();
        Holds(stored, Open).ShouldBeTrue("what is no secret is found by this search");
        Holds(stored, Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task With_a_key_that_is_lost_it_is_asked_for_again()
    {
        await using (var runtime = await StartAsync(onPostgres: false, Old))
        {
            await SayAsync(runtime, teams, "hello", "Which desk?");
            await SayAsync(runtime, teams, Open, Asked);
            await SayAsync(runtime, teams, Secret, Known);
        }

        await using var other = await StartAsync(onPostgres: false, New);
        await SayAsync(other, portal, "hello", Asked);
        await SayAsync(other, portal, Secret, Known);
        await SayAsync(other, teams, "hello", Known);
    }

    private static async Task SayAsync(TestRuntime runtime, CollectingChannel channel, string text, string expected)
    {
        var message = TestRuntime.Message(text, Guid.NewGuid().ToString("N")) with { Person = Jo };
        runtime.Clock.Advance(TimeSpan.FromSeconds(1));
        var before = channel.Sent.All.Count;
        await runtime.Turns.AcceptAsync(channel.Instance, message, Token);
        while (channel.Sent.All.Count == before)
        {
            await channel.Sent.NextAsync();
        }

        channel.SentTexts.Last().ShouldBe(expected);
    }

    private async Task<TestRuntime> StartAsync(bool onPostgres, string key)
    {
        database ??= onPostgres ? await postgres.CreateDatabaseAsync() : null;
        var turns = new DialogTurnEngine(new(new Seal(Options.Create(new SealOptions { Key = key }))));
        var engine = new ScriptedEngine { OnRun = turns.Run };
        var runtime = await TestRuntime.StartAsync(folder, database, clock, engine, new Dictionary<string, string?>(StringComparer.Ordinal), teams, portal);
        var source = new BotSource("helper", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = """
                spark: 1
                bot: helper
                languages: [en]
                variables:
                  desk: { type: text, scope: person }
                  pin: { type: text, scope: person, sensitive: true, keep: 30d }
                events: { started: ask, not-understood: ask }
                """,
            ["intents.yaml"] = """
                greet:
                  en: [hello]
                forget:
                  en: [forget it]
                """,
            ["dialogs/ask.yaml"] = """
                dialog: ask
                trigger: { intents: [greet] }
                steps:
                  - { id: desk, ask: "Which desk?", into: desk }
                  - { id: pin, ask: "Your PIN?", into: pin }
                  - when: $length(pin) = 11
                    then: { id: known, say: "At {desk}, known.", end: resolved }
                    otherwise: { id: other, say: Something else., end: resolved }
                """,
            ["dialogs/forget.yaml"] = """
                dialog: forget
                trigger: { intents: [forget] }
                steps:
                  - clear: [pin]
                  - { id: gone, say: Gone., end: resolved }
                """,
        });
        var reading = BotReader.Read(source, new());
        var bot = reading.Bot.ShouldNotBeNull(string.Join('\n', reading.Findings));
        await runtime.Bots.ReplaceAsync([new BotSnapshot(bot, source)], Token);
        return runtime;
    }

    private async Task<List<byte[]>> StoredAsync()
    {
        if (database is null)
        {
            return [.. Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes)];
        }

        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        var tables = await ReadAsync(source, "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'");
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.AddRange(await ReadAsync(source, $"SELECT t::text FROM {table} t"));
        }

        return [.. rows.Select(Encoding.UTF8.GetBytes)];
    }

    // PostgreSQL writes bytes as hexadecimal digits.
    private static bool Holds(List<byte[]> stored, string text)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)))];
        return stored.Exists(bytes => Array.Exists(forms, form => bytes.AsSpan().IndexOf(form) >= 0));
    }

    private static async Task<List<string>> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(Token);
        var lines = new List<string>();
        while (await rows.ReadAsync(Token))
        {
            lines.Add(rows.GetString(0));
        }

        return lines;
    }
}
