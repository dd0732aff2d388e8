using Spark.Engine.Reading;
using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Replaying;
using Spark.Testing.Reports;
using Spark.Testing.Suites;
using Spark.Testing.Tests.Writing;
using Spark.Testing.Writing;

namespace Spark.Testing.Tests.Playing;

/// <summary>A test hands a conversation over as another chatbot would.</summary>
public sealed class HandoffTests
{
    private const string Suite = """
        suite: handoffs
        tests:
          - test: what comes along is known, and an open question stays open
            chat:
              - handoff:
                  source: Ask Me
                  text: my screen is black
                  metadata: { ticket: INC7, floor: 3 }
                  timeZone: Europe/Zurich
                  files: [photo.jpg]
                  transcript: [{ user: hello }, { bot: How can I help? }]
                delivered: twice
              - bot: "Ask Me has handed your conversation over to me. You asked:\nmy screen is black\nphoto.jpg"
              - bot: "INC7 on floor 3, Europe/Zurich, 1 file, 2 lines: my screen is black"
              - bot: screen.which
              - handoff: { source: Ask Me, text: "yes" }
              - bot: "Ask Me has handed your conversation over to me. You asked:\nyes"
              - bot: screen.which
              - user: "yes"
              - bot: screen.done
            expect: { variables: { sure: true }, ended: resolved }
        """;

    private static readonly TestBot Bot = Read();

    [Fact]
    public async Task It_begins_at_the_triggers_knows_what_came_along_and_answers_nothing()
    {
        var played = await PlayAsync(Suite, Hardship.None);

        TestPrinter.Lines(played).Where(line => line[0] is '+' or '-').ShouldBeEmpty();
        played.IsGood.ShouldBeTrue();
        played.Lines[0].Actual.ShouldBe("Ask Me: my screen is black photo.jpg");
    }

    [Fact]
    public async Task It_survives_a_host_that_dies_behind_any_write()
    {
        var calm = await PlayAsync(Suite, Hardship.None);
        foreach (var write in Enumerable.Range(1, calm.Writes))
        {
            (await PlayAsync(Suite, new Hardship { KillAfter = write })).Transcript.ShouldBe(calm.Transcript);
        }
    }

    [Fact]
    public async Task A_recorded_handoff_becomes_a_line_that_plays_the_same()
    {
        var played = await PlayAsync(Suite, Hardship.None);

        var yaml = RecordedTest.Write(RecordedTestTests.Record(Bot, played), Bot, ReplaySeals.WithKey(null), "recorded");

        yaml.ShouldContain("""handoff: { source: Ask Me, text: my screen is black, files: ["photo.jpg"], metadata: { ticket: "INC7", floor: "3" }, timeZone: "Europe/Zurich", transcript: [{ user: hello }, { bot: "How can I help?" }] }""");
        (await PlayAsync(yaml, Hardship.None)).IsGood.ShouldBeTrue(yaml);
    }

    [Theory]
    [InlineData("{ text: hello }", FindingCodes.MissingField)]
    [InlineData("{ source: Ask Me }", TestCodes.BadLine)]
    [InlineData("{ source: Ask Me, text: hello, from: x }", FindingCodes.UnknownField)]
    [InlineData("{ source: Ask Me, text: hello, metadata: [x] }", FindingCodes.WrongKind)]
    [InlineData("{ source: Ask Me, text: hello, transcript: [{ user: a, bot: b }] }", TestCodes.BadLine)]
    public void A_handoff_that_says_nothing_or_too_much_is_refused_where_it_stands(string handoff, string code)
    {
        var read = SuiteReader.Read(Bot.Bot, [new("tests/t.test.yaml", $"suite: handoffs\ntests:\n  - test: one\n    chat:\n      - handoff: {handoff}\n")]);

        var finding = read.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.At.Line.ShouldBe(5);
    }

    private static async Task<PlayedTest> PlayAsync(string suite, Hardship hardship)
    {
        var read = SuiteReader.Read(Bot.Bot, [new("tests/t.test.yaml", suite)]);
        read.Findings.Select(finding => finding.ToString()).ShouldBeEmpty(suite);
        return await TestStage.PlayAsync(Bot, read.Suites.Single().Tests.Single(), hardship, TestContext.Current.CancellationToken);
    }

    private static TestBot Read()
    {
        var source = new BotSource("handoffs", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = """
                spark: 1
                bot: handoffs
                languages: [en]
                variables:
                  sure: { type: yesno }
                events: { started: hello }
                """,
            ["intents.yaml"] = """
                screen:
                  en: [my screen is black, the display shows nothing]
                """,
            ["dialogs/hello.yaml"] = """
                dialog: hello
                steps:
                  - id: hi
                    say: Hello
                """,
            ["dialogs/screen.yaml"] = """
                dialog: screen
                trigger: { intents: [screen] }
                steps:
                  - id: known
                    say: "{sys.handoff.ticket} on floor {sys.handoff.metadata.floor}, {sys.handoff.timeZone}, {$count(sys.handoff.files)} file, {$count(sys.handoff.transcript)} lines: {sys.handoff.text}"
                  - id: which
                    ask: Is the cable in?
                    into: sure
                  - id: done
                    say: Good.
                    end: resolved
                """,
        });
        var result = BotReader.Read(source, new());
        return new(result.Bot ?? throw new InvalidOperationException(string.Join('\n', result.Findings)), source);
    }
}
