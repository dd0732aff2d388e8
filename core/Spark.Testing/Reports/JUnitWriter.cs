using System.Globalization;
using System.Xml;
using Spark.Testing.Playing;
using Spark.Testing.Torture;

namespace Spark.Testing.Reports;

/// <summary>Writes JUnit's XML, which build servers read.</summary>
internal static class JUnitWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="played">The tests.</param>
    /// <param name="torture">Their torture; empty without.</param>
    public static void Write(Stream stream, IReadOnlyList<PlayedTest> played, IReadOnlyList<TortureRun> torture)
    {
        using var writer = XmlWriter.Create(stream, new() { Indent = true, CheckCharacters = false });
        writer.WriteStartDocument();
        writer.WriteStartElement("testsuites");
        foreach (var suite in played.GroupBy(test => test.Test.Suite, StringComparer.Ordinal))
        {
            writer.WriteStartElement("testsuite");
            writer.WriteAttributeString("name", suite.Key);
            Number(writer, "tests", suite.Count());
            Number(writer, "failures", suite.Count(test => FailureOf(test, torture) is not null));
            Seconds(writer, suite.Sum(test => test.Took.TotalSeconds));
            foreach (var test in suite)
            {
                Write(writer, test, FailureOf(test, torture));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    private static void Write(XmlWriter writer, PlayedTest test, string? failure)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", test.Test.Suite);
        writer.WriteAttributeString("name", test.Test.Name);
        writer.WriteAttributeString("file", test.Test.At.File);
        Number(writer, "line", test.Test.At.Line);
        Seconds(writer, test.Took.TotalSeconds);
        if (failure is not null)
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("message", "The conversation went differently.");
            writer.WriteString(Printable(failure));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static string? FailureOf(PlayedTest test, IReadOnlyList<TortureRun> torture)
    {
        if (!test.IsGood)
        {
            return string.Join('\n', TestPrinter.Lines(test));
        }

        var run = torture.FirstOrDefault(run => !run.IsGood && ReferenceEquals(run.Test, test));
        return run is null ? null : string.Join('\n', [run.Hardship.ToString(), .. run.Difference]);
    }

    // What people write may hold what XML cannot.
    private static string Printable(string text) =>
        string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character) ? character : '\uFFFD'));

    private static void Number(XmlWriter writer, string name, int number) =>
        writer.WriteAttributeString(name, number.ToString(CultureInfo.InvariantCulture));

    private static void Seconds(XmlWriter writer, double seconds) =>
        writer.WriteAttributeString("time", seconds.ToString("0.000", CultureInfo.InvariantCulture));
}
