using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads how large a file may be: digits and a unit of 1,024 (<c>kB</c>) or 1,048,576 bytes (<c>MB</c>), as people's computers show it.</summary>
internal static partial class FileSize
{
    /// <summary>At most 999 MB: more than any channel takes.</summary>
    public const string Form = "^[1-9][0-9]{0,2}(kB|MB)$";

    private const int Kilo = 1024;

    public static long? Read(YamlNode node, ReadingContext reading)
    {
        if (reading.Nodes.Scalar(node, "maxSize", "a size such as 5MB") is not { } size)
        {
            return null;
        }

        if (Size().IsMatch(size.Value))
        {
            var number = long.Parse(size.Value.AsSpan(0, size.Value.Length - 2), CultureInfo.InvariantCulture);
            return size.Value.EndsWith("MB", StringComparison.Ordinal) ? number * Kilo * Kilo : number * Kilo;
        }

        reading.Findings.Error(FindingCodes.BadNumber, size.At, $"'{size.Value}' is not a size of files.", "Write digits and kB or MB, such as 500kB or 5MB.");
        return null;
    }

    [GeneratedRegex(Form, RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Size();
}
