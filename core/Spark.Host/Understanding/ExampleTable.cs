using CsvHelper;
using Spark.Understanding.Intents;

namespace Spark.Host.Understanding;

/// <summary>
/// Sentences and their intents as CSV: with the columns <c>text,category</c> of public corpora, or <c>intent;expression</c> of Chatlayer,
/// with a comma or a semicolon.
/// </summary>
internal static class ExampleTable
{
    private static readonly string[] TextColumns = ["text", "expression", "example", "utterance"];
    private static readonly string[] IntentColumns = ["category", "intent", "label"];

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">It has not the columns, or is no CSV; the message says what to do.</exception>
    public static IReadOnlyList<TrainingExample> Read(string path)
    {
        try
        {
            return ReadRows(File.ReadAllText(path), path);
        }
        catch (CsvFormatException mistake)
        {
            throw new InvalidDataException($"{path} is not CSV: {mistake.Message}", mistake);
        }
    }

    public static void Write(TextWriter writer, IEnumerable<TrainingExample> examples)
    {
        using var table = CsvWriter.Create(writer, new CsvWriterOptions { Separator = ';' }, leaveOpen: true);
        table.WriteRecord("intent", "expression");
        foreach (var example in examples)
        {
            table.WriteRecord(example.Intent ?? "", example.Text);
        }
    }

    private static List<TrainingExample> ReadRows(string text, string path)
    {
        var firstLine = text.AsSpan();
        firstLine = firstLine[..(firstLine.IndexOfAny('\r', '\n') is var end and >= 0 ? end : firstLine.Length)];
        using var table = CsvReader.FromText(text, new CsvReaderOptions { Separator = firstLine.Contains(';') ? ';' : ',' });
        int textColumn = -1;
        int intentColumn = -1;
        var examples = new List<TrainingExample>();
        while (table.Read())
        {
            if (textColumn < 0)
            {
                textColumn = Find(table.Headers, TextColumns);
                intentColumn = Find(table.Headers, IntentColumns);
                if (textColumn < 0 || intentColumn < 0)
                {
                    throw new InvalidDataException($"{path} has not the columns 'text,category' or 'intent;expression'. Name them in its first line.");
                }
            }

            examples.Add(new(table.GetString(textColumn), table.GetString(intentColumn)));
        }

        return examples;
    }

    private static int Find(IReadOnlyList<string> headers, string[] names)
    {
        for (var column = 0; column < headers.Count; column++)
        {
            if (names.Contains(headers[column].Trim('\uFEFF', ' '), StringComparer.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return -1;
    }
}
