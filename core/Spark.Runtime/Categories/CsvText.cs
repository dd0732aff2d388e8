using System.Globalization;
using System.Text;

namespace Spark.Runtime.Categories;

/// <summary>Reads the text of a CSV file: UTF-8, with a byte order mark or without.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text; null when it cannot be read.</summary>
    public static string? Read(ReadOnlyMemory<byte> file, int largest, List<CsvProblem> problems)
    {
        var bytes = file.Span;
        if (bytes.Length > largest)
        {
            problems.Add(new(0, string.Create(CultureInfo.InvariantCulture, $"The file is larger than {largest / 1024 / 1024} MB.")));
            return null;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || HasManyZeros(bytes))
        {
            problems.Add(new(0, "The file is UTF-16. Save it as UTF-8 (in a spreadsheet: CSV UTF-8)."));
            return null;
        }

        if (bytes.StartsWith("PK"u8))
        {
            problems.Add(new(0, "The file is a workbook or an archive, no CSV. Save it as CSV UTF-8."));
            return null;
        }

        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            var at = Math.Clamp(broken.Index, 0, bytes.Length);
            problems.Add(new(bytes[..at].Count((byte)'\n') + 1, "The file is not UTF-8 here. Save it as UTF-8 (in a spreadsheet: CSV UTF-8)."));
            return null;
        }
    }

    private static bool HasManyZeros(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 64)];
        return start.Length > 3 && start.Count((byte)0) > start.Length / 4;
    }
}
