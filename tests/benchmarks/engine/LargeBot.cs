using System.Globalization;
using System.Text;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Benchmarks.Engine;

/// <summary>A bot of any number of dialogs, with 40 variables.</summary>
internal static class LargeBot
{
    public static Bot Read(int dialogs) => Read(Files(dialogs));

    public static Bot Read(Dictionary<string, string> files) =>
        BotReader.Read(new BotSource("large", files), new()).Bot ?? throw new InvalidOperationException("The bot has mistakes.");

    public static Dictionary<string, string> Files(int dialogs)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var bot = new StringBuilder("spark: 1\nbot: large\nlanguages: [en]\nevents: { started: dialog-0 }\nvariables:\n  urgency: { type: choice, values: [low, high] }\n");
        for (var i = 0; i < 40; i++)
        {
            bot.Append(CultureInfo.InvariantCulture, $"  v{i}: {{ type: text }}\n");
        }

        files["bot.yaml"] = bot.ToString();
        var intents = new StringBuilder();
        for (var i = 0; i < dialogs; i++)
        {
            intents.Append(CultureInfo.InvariantCulture, $"intent-{i}:\n  en: [what is thing {i}, \"tell me about {{v{i % 40}}} {i}\"]\n");
            files[$"dialogs/dialog-{i}.yaml"] = $$"""
                dialog: dialog-{{i}}
                trigger: { intents: [intent-{{i}}] }
                steps:
                  - id: hello
                    say: "Hello {v{{i % 40}}}, this is dialog {{i}}."
                  - id: urgent
                    ask: How urgent is it?
                    into: urgency
                    again: true
                    choices: { low: Later, high: Now }
                  - when: urgency = "high"
                    then: { id: now, say: Now. }
                    otherwise: { id: later, say: "Later, {urgency}." }
                  - id: sure
                    confirm: Shall I go on?
                    otherwise: { id: bye, say: Bye., end: resolved }
                  - goto: dialog-{{(i + 7) % dialogs}}
                """;
        }

        files["intents.yaml"] = intents.ToString();
        return files;
    }
}
