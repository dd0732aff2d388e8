using Spark.Engine.Reading;
using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Suites;

namespace Spark.Testing.Tests.Support;

/// <summary>A bot of two dialogs and an action, for tests of tests.</summary>
internal static class SmallBot
{
    private const string Main = """
        dialog: main
        steps:
          - id: hello
            say: Hello
          - id: name
            ask: What is your name?
            into: name
          - run: act
            then:
              done:
                id: fine
                say: Fine, {name}.
                end: resolved
              failed:
                id: sorry
                say: Sorry.
                end: failed
        """;

    public static TestBot Bot { get; } = Read();

    public static SuitesRead ReadSuite(string yaml) => SuiteReader.Read(Bot.Bot, [new("tests/small.test.yaml", yaml)]);

    public static async Task<PlayedTest> PlayAsync(string yaml, Hardship? hardship = null)
    {
        var read = ReadSuite(yaml);
        read.Findings.Select(finding => finding.ToString()).ShouldBeEmpty();
        return await TestStage.PlayAsync(Bot, read.Suites.Single().Tests.Single(), hardship ?? Hardship.None, TestContext.Current.CancellationToken);
    }

    private static TestBot Read()
    {
        var source = new BotSource("small", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = """
                spark: 1
                bot: small
                languages: [en]
                variables:
                  name: { type: text }
                events: { started: main }
                """,
            ["dialogs/main.yaml"] = Main,
            ["actions/act.yaml"] = """
                action: act
                steps:
                  - look-up: "{name}"
                    outcomes:
                      done: result = "ok"
                    otherwise: failed
                """,
        });
        var offers = new InstalledOffers { Actions = new HashSet<string>(StringComparer.Ordinal) { "look-up" } };
        var result = BotReader.Read(source, offers);
        return new(result.Bot ?? throw new InvalidOperationException(string.Join('\n', result.Findings)), source);
    }
}
