using System.CommandLine;
using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Host.Understanding;
using Spark.Understanding.Intents;
using Spark.Understanding.Values;

namespace Spark.Host.CommandLine;

/// <summary><c>spark nlu try</c>: what a text would be taken for, and why.</summary>
internal static class NluTryCommand
{
    private const int MostParts = 12;

    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "What somebody says." };
        var from = new Option<string>("--from") { Description = "The folder of a bot, or a file of examples (CSV, Rasa's YAML).", DefaultValueFactory = _ => "." };
        var language = new Option<string?>("--language") { Description = "The bot's language (default: the first one with examples)." };
        var explain = new Option<bool>("--explain") { Description = "Prints the parts of the text that decided." };
        var plugins = HostOptions.Plugins();
        var command = new Command("try", "Says what a text would be taken for, and why.") { text, from, language, explain, plugins };
        command.SetAction((parsed, cancellationToken) => NluCommand.RunAsync(async () =>
        {
            var examples = await ExampleSource.ReadAsync(
                parsed.GetRequiredValue(from), parsed.GetValue(language), parsed.GetValue(plugins), cancellationToken);
            Print(examples.Model(), parsed.GetRequiredValue(text), parsed.GetValue(explain));
            if (examples.Bot is { } bot)
            {
                PrintValues(bot, parsed.GetRequiredValue(text), examples.Language, TimeProvider.System.GetLocalNow());
            }
        }));
        return command;
    }

    private static void Print(LanguageModel model, string text, bool explain)
    {
        if (model.Classify(text) is not { } found)
        {
            Console.WriteLine("Nothing in the text is known.");
            return;
        }

        var verdict = found.Confidence >= model.Threshold ? "understood" : "not understood";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{verdict}: confidence {found.Confidence:0.00}, threshold {model.Threshold:0.00}"));
        foreach (var (intent, probability) in found.Intents)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {probability:0.000}  {intent}"));
        }

        foreach (var (part, weight) in explain ? model.Explain(text).Take(MostParts) : [])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {weight,+7:+0.000;-0.000}  {part}"));
        }
    }

    // What a turn would set, and the combinations in the text with the places of their parts.
    private static void PrintValues(Bot bot, string text, string language, DateTimeOffset now)
    {
        var slots = bot.Intents.Match(text, language, now)?.Slots ?? new Dictionary<string, ParsedValue>(StringComparer.Ordinal);
        foreach (var (name, value) in slots.Where(slot => !bot.Composites.ContainsKey(slot.Key)))
        {
            Console.WriteLine($"  {name} = {value}");
        }

        foreach (var (name, patterns) in bot.Composites)
        {
            foreach (var entity in patterns.Find(text, language, now))
            {
                Console.WriteLine($"  {name}: {text[entity.Start..entity.End]}");
                foreach (var part in entity.Parts)
                {
                    Console.WriteLine($"    {part.Name} = {part.Value}  ({text[part.Start..part.End]}, {part.Start} to {part.End - 1})");
                }
            }
        }
    }
}
