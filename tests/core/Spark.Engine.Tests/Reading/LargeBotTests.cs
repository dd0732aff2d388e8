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
    public void Four_times_the_dialogs_take_about_four_times_as_long()
    {
        var (few, many) = (Bot(250), Bot(1_000));
        var result = Read(many);
        result.Errors().ShouldBeEmpty();
        result.Bot!.Dialogs.Count.ShouldBe(1_000);

        // Processor time, the best of a few in turn: other programs on the machine can make it more, nothing makes it less.
        var (small, large) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 6; round++)
        {
            var (one, other) = (Measure(few), Measure(many));
            small = one < small ? one : small;
            large = other < large ? other : large;
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{small.TotalMilliseconds:0} ms, {large.TotalMilliseconds:0} ms"));
        (large / small).ShouldBeLessThan(10, "what grows with the square takes sixteen times as long");
    }

    [Fact]
    public void A_thousand_unknown_names_take_no_long_time()
    {
        var files = Bot(1_000).Select(file => file.Path.StartsWith("dialogs/", StringComparison.Ordinal)
            ? (file.Path, file.Text.Replace("goto: dialog-", "goto: dailog-", StringComparison.Ordinal))
            : file).ToArray();
        var watch = Stopwatch.StartNew();
        Read(files).Findings.Count(finding => finding.Code == FindingCodes.UnknownDialog).ShouldBeGreaterThan(900);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static TimeSpan Measure((string Path, string Text)[] files)
    {
        var before = Environment.CpuUsage.TotalTime;
        Read(files);
        return Environment.CpuUsage.TotalTime - before;
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
