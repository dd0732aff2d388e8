using Spark.Engine.Reading;
using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Reports;
using Spark.Testing.Suites;

namespace Spark.Testing.Tests.Playing;

/// <summary>News of a ticket reaches the person once, whatever comes twice and whoever dies.</summary>
public sealed class TicketNewsTests
{
    private const string Suite = """
        suite: tickets
        tests:
          - test: the ticket moves on
            chat:
              - bot: main.hello
              - bot: main.word
              - clock: +2h
              - ticket: { number: INC1, state: resolved, url: https://acme.example/INC1 }
              - bot: INC1 is resolved.
              - bot: main.word
              - user: thanks
              - bot: And INC1 is still resolved.
        """;

    private static readonly TestBot Bot = Read();

    [Fact]
    public async Task News_of_a_ticket_is_told_and_variables_that_hold_it_follow()
    {
        var played = await PlayAsync(Hardship.None);
        TestPrinter.Lines(played).Where(line => line[0] is '+' or '-').ShouldBeEmpty();
        played.IsGood.ShouldBeTrue();
        played.Lines.ShouldContain(line => line.Who == "ticket" && line.Actual == "INC1 resolved");
    }

    [Fact]
    public async Task News_that_comes_twice_is_told_once()
    {
        var played = await PlayAsync(new Hardship { Doubles = true });
        played.IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task News_survives_a_host_that_dies_behind_any_write()
    {
        var calm = await PlayAsync(Hardship.None);
        foreach (var write in Enumerable.Range(1, calm.Writes))
        {
            (await PlayAsync(new Hardship { KillAfter = write })).Transcript.ShouldBe(calm.Transcript);
        }
    }

    [Fact]
    public void A_ticket_without_a_number_is_refused_where_it_stands()
    {
        var read = SuiteReader.Read(Bot.Bot, [new("tests/t.test.yaml", Suite.Replace("number: INC1, ", "", StringComparison.Ordinal))]);
        read.Findings.ShouldHaveSingleItem().At.Line.ShouldBe(8);
    }

    private static async Task<PlayedTest> PlayAsync(Hardship hardship)
    {
        var read = SuiteReader.Read(Bot.Bot, [new("tests/t.test.yaml", Suite)]);
        read.Findings.ShouldBeEmpty();
        return await TestStage.PlayAsync(Bot, read.Suites.Single().Tests.Single(), hardship, TestContext.Current.CancellationToken);
    }

    private static TestBot Read()
    {
        var source = new BotSource("tickets", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = """
                spark: 1
                bot: tickets
                languages: [en]
                variables:
                  ticket: { type: object }
                  word: { type: text }
                events: { started: main, ticket-changed: news }
                """,
            ["dialogs/main.yaml"] = """
                dialog: main
                steps:
                  - id: hello
                    say: Hello
                  - id: held
                    set: { ticket: '{"number": "INC1", "state": "new"}' }
                  - id: word
                    ask: Anything else?
                    into: word
                  - id: after
                    say: And {ticket.number} is still {ticket.state}.
                """,
            ["dialogs/news.yaml"] = """
                dialog: news
                steps:
                  - id: told
                    say: "{sys.ticket.number} is {sys.ticket.state}."
                """,
        });
        var result = BotReader.Read(source, new());
        return new(result.Bot ?? throw new InvalidOperationException(string.Join('\n', result.Findings)), source);
    }
}
