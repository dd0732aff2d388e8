using System.Diagnostics;
using System.Globalization;
using System.Text;
using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading;

/// <summary>Reading stays linear in the size of a bot.</summary>
[Collection(nameof(Alone))]
public sealed class LargeBotTests
{
    [Fact]
    public void A_thousand_dialogs_are_read_in_well_under_a_second()
    {
        var files = Bot(1_000);
        var result = Read(files);
        result.Errors().ShouldBeEmpty();
        result.Bot!.Dialogs.Count.ShouldBe(1_000);

        // The best of a few: other programs on the machine make it slower, nothing makes it faster.
        var best = Enumerable.Range(0, 6).Min(_ => Measure(files));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best.TotalMilliseconds:0} ms"));
        best.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_thousand_unknown_names_take_no_long_time()
    {
        var files = Bot(1_000).Select(file => file.Path.StartsWith("dialogs/", StringComparison.Ordinal)
            ? (file.Path, file.Text.Replace("goto: dialog-", "goto: dailog-", StringComparison.Ordinal))
            : file).ToArray();
        var watch = Stopwatch.StartNew();
        Read(files).Findings.Count(finding => finding.Code == FindingCodes.UnknownDialog).ShouldBeGreaterThan(900);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static TimeSpan Measure((string Path, string Text)[] files)
    {
        var watch = Stopwatch.StartNew();
        Read(files);
        return watch.Elapsed;
    }

    private static ReadResult Read((string Path, string Text)[] files) => Tiny.Read(Offers.Some, files);

    private static (string Path, string Text)[] Bot(int dialogs)
    {
        var files = new List<(string, string)> { ("bot.yaml", Tiny.Bot.Replace("started: start", "started: dialog-0", StringComparison.Ordinal)) };
        var intents = new StringBuilder();
        for (var i = 0; i < dialogs; i++)
        {
            intents.Append(CultureInfo.InvariantCulture, $"intent-{i}:\n  en: [what is thing {i}, \"tell me about {{note}} {i}\"]\n");
            files.Add(($"dialogs/dialog-{i}.yaml", $$"""
                dialog: dialog-{{i}}
                trigger: { intents: [intent-{{i}}] }
                steps:
                  - id: hello
                    say: Hello {note}, this is dialog {{i}}.
                    buttons:
                      on-we-go: { title: Go on, goto: dialog-{{(i + 1) % dialogs}} }
                  - id: urgent
                    ask: How urgent is it?
                    into: urgency
                    again: true
                    choices: { low: Later, high: Now }
                  - when: urgency = "high" and $contains(note, "x")
                    then: { id: now, say: Now. }
                    otherwise:
                      - { id: later, say: "Later, {note}." }
                      - set: { note: '"again"' }
                  - goto: dialog-{{(i + 7) % dialogs}}
                """));
        }

        files.Add(("intents.yaml", intents.ToString()));
        return [.. files];
    }
}
