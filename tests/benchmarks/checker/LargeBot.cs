using System.Globalization;
using System.Text;

namespace Spark.Benchmarks.Checker;

/// <summary>Writes a bot of many dialogs into a folder: questions, buttons, conditions, an action each tenth, two languages and a lock.</summary>
internal static class LargeBot
{
    public static void Write(string folder, int dialogs)
    {
        Put(folder, "bot.yaml", """
            spark: 1
            bot: large
            languages: [en, nl]
            connections: { desk: { plugin: queue } }
            variables:
              note: { type: text }
              urgency: { type: choice, values: [low, high] }
              count: { type: number, default: 0 }
            events: { started: dialog-0 }
            """);
        var (intents, locale) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < dialogs; i++)
        {
            intents.Append(CultureInfo.InvariantCulture, $"intent-{i}:\n  en: [what is thing {i}, \"tell me about {{note}} {i}\", show me number {i}]\n  nl: [wat is ding {i}, \"vertel over {{note}} {i}\"]\n");
            locale.Append(CultureInfo.InvariantCulture, $"dialog-{i}.hello: Dag {{note}}, dit is {i}.\ndialog-{i}.hello.on-we-go: Verder\ndialog-{i}.urgent: Hoe dringend?\ndialog-{i}.urgent.low: Later\ndialog-{i}.urgent.high: Nu\ndialog-{i}.now: Nu.\ndialog-{i}.later: Later, {{note}}.\n");
            Put(folder, $"dialogs/dialog-{i}.yaml", Dialog(i, dialogs));
        }

        Put(folder, "intents.yaml", intents.ToString());
        Put(folder, "locales/nl.yaml", locale.ToString());
        Put(folder, "actions/escalate.yaml", """
            action: escalate
            input: { urgency: choice }
            steps:
              - when: sys.channel = "sparkcentral"
                then:
                  offload: desk
                  fields: { priority: "{urgency}" }
                  outcomes: { queued: result = "accepted" }
                  otherwise: failed
              - finish: failed
            """);
    }

    private static string Dialog(int i, int dialogs) => $$"""
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
          - when: urgency = "high" and $contains(note, "x") and count < 3
            then: { id: now, say: Now. }
            otherwise:
              - { id: later, say: "Later, {note}." }
              - set: { note: '"again"', count: count + 1 }
          - run: escalate
            with: { urgency: urgency }
            then:
              queued: { end: escalated }
              failed: next
          - goto: dialog-{{(i + 7) % dialogs}}
        """;

    private static void Put(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }
}
