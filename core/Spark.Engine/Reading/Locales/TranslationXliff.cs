using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Spark.Engine.Reading.Locales;

/// <summary>Translations as XLIFF 1.2, which every translator's tool reads: a file a language, a <c>trans-unit</c> a text.</summary>
public static class TranslationXliff
{
    private const long LargestFile = 32 * 1024 * 1024;

    private static readonly XNamespace Ns = "urn:oasis:names:tc:xliff:document:1.2";

    /// <summary>Writes the texts of a bot.</summary>
    /// <param name="bot">The bot's id.</param>
    /// <param name="first">The bot's first language.</param>
    /// <param name="language">The language.</param>
    /// <param name="texts">The texts.</param>
    /// <exception cref="FormatException">A text holds a control character, which XML cannot.</exception>
    public static string Write(string bot, string first, string language, IReadOnlyList<TranslatedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var document = new XDocument(new XElement(
            Ns + "xliff",
            new XAttribute("version", "1.2"),
            new XElement(
                Ns + "file",
                new XAttribute("original", bot),
                new XAttribute("source-language", first),
                new XAttribute("target-language", language),
                new XAttribute("datatype", "plaintext"),
                new XElement(Ns + "body", texts.Select(Unit)))));
        var output = new Utf8Writer();
        try
        {
            // Spaces belong to the texts, and line ends must come back as they were.
            using (var writer = XmlWriter.Create(output, new() { Indent = true, NewLineHandling = NewLineHandling.Entitize, NewLineChars = "\n" }))
            {
                document.WriteTo(writer);
            }
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException($"A text holds a character that XML cannot: {wrong.Message} Export as CSV, or write the text without it.", wrong);
        }

        return output.ToString() + "\n";
    }

    /// <summary>Reads what a translator gave back. Document types and entities of its own are refused.</summary>
    /// <exception cref="FormatException">It is no XLIFF 1.2.</exception>
    public static TranslationImport Read(string xliff)
    {
        ArgumentNullException.ThrowIfNull(xliff);
        try
        {
            using var text = new StringReader(xliff.TrimStart('\uFEFF'));
            using var reader = XmlReader.Create(text, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestFile });
            var file = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root?.Element(Ns + "file");
            var language = file?.Attribute("target-language")?.Value
                ?? throw new FormatException("This is no XLIFF 1.2 with a 'target-language'.");
            return new(language, [.. file.Descendants(Ns + "trans-unit").Select(unit => new ImportedText(
                unit.Attribute("id")?.Value ?? "", unit.Element(Ns + "source")?.Value, unit.Element(Ns + "target")?.Value ?? ""))]);
        }
        catch (XmlException wrong)
        {
            throw new FormatException($"This is no XML: {wrong.Message}", wrong);
        }
    }

    private static XElement Unit(TranslatedText text)
    {
        var unit = new XElement(
            Ns + "trans-unit", new XAttribute("id", text.Key), new XAttribute(XNamespace.Xml + "space", "preserve"), new XElement(Ns + "source", text.Source));
        if (text.Translation is not null)
        {
            unit.Add(new XElement(
                Ns + "target", new XAttribute("state", text.State == TranslationState.Stale ? "needs-review-translation" : "translated"), text.Translation));
        }

        return unit;
    }

    private sealed class Utf8Writer : StringWriter
    {
        public Utf8Writer()
            : base(System.Globalization.CultureInfo.InvariantCulture)
        {
        }

        public override Encoding Encoding => Encoding.UTF8;
    }
}
