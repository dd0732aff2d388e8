using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Understanding.Intents.Evaluation;

namespace Spark.Host.Understanding;

/// <summary>Prints an evaluation, for people and for programs.</summary>
internal static partial class EvaluationPrinter
{
    public static string ToJson(EvaluationReport report) => JsonSerializer.Serialize(report, EvaluationJson.Default.EvaluationReport);

    public static void Print(TextWriter writer, EvaluationReport report)
    {
        writer.WriteLine(Line($"{report.Examples} examples, {report.Accuracy:0.0%} of them understood by a classifier that had not seen them."));
        writer.WriteLine();
        writer.WriteLine("Intents, the weakest first (examples, precision, recall):");
        foreach (var score in report.Intents)
        {
            writer.WriteLine(Line($"  {score.Examples,5}  {score.Precision,6:0.0%}  {score.Recall,6:0.0%}  {score.Intent}"));
        }

        Head(writer, "Taken for one another:", report.Confusions.Count);
        foreach (var confusion in report.Confusions)
        {
            writer.WriteLine(Line($"  {confusion.Count,5}  {confusion.Intent} as {confusion.Found}"));
        }

        Head(writer, "Perhaps in the wrong intent, or shared by two:", report.Misplaced.Count);
        foreach (var example in report.Misplaced)
        {
            writer.WriteLine(Line($"  {example.Probability:0.00}  \"{example.Text}\" stands in {example.Intent} and looks like {example.Suggested}"));
            if (example.Nearest is { } nearest)
            {
                writer.WriteLine($"        where \"{nearest}\" stands");
            }
        }

        Head(writer, "Understood only just; more examples like these would help:", report.Weakest.Count);
        foreach (var example in report.Weakest)
        {
            writer.WriteLine(Line($"  {example.Probability:0.00}  \"{example.Text}\" ({example.Intent})"));
        }
    }

    private static void Head(TextWriter writer, string head, int count)
    {
        if (count > 0)
        {
            writer.WriteLine();
            writer.WriteLine(head);
        }
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
    [JsonSerializable(typeof(EvaluationReport))]
    private sealed partial class EvaluationJson : JsonSerializerContext;
}
