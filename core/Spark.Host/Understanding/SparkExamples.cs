using System.Text;
using System.Text.Encodings.Web;
using Spark.Understanding.Intents;

namespace Spark.Host.Understanding;

/// <summary>Sentences and their intents as an <c>intents.yaml</c>.</summary>
internal static class SparkExamples
{
    // A JSON string is a YAML string: quoted, no word of YAML is read as anything else.
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static void Write(TextWriter writer, IEnumerable<TrainingExample> examples, string language)
    {
        foreach (var intent in examples.Where(example => example.Intent is not null).GroupBy(example => IdOf(example.Intent!), StringComparer.Ordinal))
        {
            writer.WriteLine($"{Quoted(intent.Key)}:");
            writer.WriteLine($"  {Quoted(language)}:");
            foreach (var text in intent.Select(example => example.Text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal))
            {
                writer.WriteLine($"    - {Quoted(text)}");
            }
        }
    }

    private static string Quoted(string text) => $"\"{Readable.Encode(text)}\"";

    /// <summary>The name as Spark writes ids: small letters, digits and dashes.</summary>
    private static string IdOf(string name)
    {
        var id = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                id.Append(char.ToLowerInvariant(character));
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        var text = id.ToString().Trim('-');
        return text.Length > 0 && char.IsAsciiLetterLower(text[0]) ? text : $"intent-{text}";
    }
}
