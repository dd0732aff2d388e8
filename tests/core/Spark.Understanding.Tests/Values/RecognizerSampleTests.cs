using System.Globalization;
using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values;

/// <summary>
/// How much of the recognizers' samples is read as they read it. Spark answers with the one value of a text, they with
/// all spans, so a sample with several different values counts as one without any; the rates are the least that holds.
/// </summary>
public sealed class RecognizerSampleTests
{
    [Theory]
    [InlineData("email", "email", "en", 1.00)]
    [InlineData("url", "url", "en", 1.00)]
    [InlineData("number", "number", "en", 0.88)]
    [InlineData("number", "number", "nl", 0.97)]
    [InlineData("phonenumber", "phone", "en", 0.96)]
    [InlineData("phonenumber", "phone", "nl", 1.00)]
    [InlineData("boolean", "yesno", "en", 1.00)]
    [InlineData("boolean", "yesno", "nl", 0.87)]
    public void Values_are_read_as_the_recognizers_read_them(string file, string type, string language, double least)
    {
        RecognizerSample[] samples = [.. RecognizerSamples.Read(file).Where(sample => sample.Language == language)];
        List<string> misses = [.. samples.Select(sample => FindMiss(type, sample)).OfType<string>()];

        double rate = 1 - ((double)misses.Count / samples.Length);
        string report = $"{type} {language}: {samples.Length - misses.Count} of {samples.Length} ({rate:P1})\n{string.Join('\n', misses)}";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        rate.ShouldBeGreaterThanOrEqualTo(least, report);
    }

    private static string? FindMiss(string type, RecognizerSample sample)
    {
        string[] values = [.. sample.Values.Select(value => Expect(type, value)).Distinct(StringComparer.Ordinal)];
        string? wanted = values.Length == 1 ? values[0] : null;
        string? found = Answer.Show(type, sample.Input, sample.Language) is { } value ? Compare(type, value) : null;
        return wanted == found ? null : $"{sample.Input}: wanted {wanted ?? "nothing"}, found {found ?? "nothing"}";
    }

    private static string Expect(string type, SampleValue value) => type switch
    {
        "number" => Round(value.Value.Replace(',', '.')),
        "phone" => Dialled(value.Text),
        _ => Compare(type, value.Value),
    };

    // Spark keeps the case of an address, makes a web address absolute and marks the country and the extension of a phone number.
    private static string Compare(string type, string value) => type switch
    {
        "number" => Round(value),
        "phone" => value.Replace(";ext=", string.Empty, StringComparison.Ordinal).TrimStart('+'),
        "url" => value.Replace("https://", string.Empty, StringComparison.Ordinal).ToLowerInvariant(),
        _ => value.ToLowerInvariant(),
    };

    private static string Round(string number) =>
        double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("G12", CultureInfo.InvariantCulture);

    // The digits that a caller from abroad would dial: without the zero in brackets, without 00 before the country.
    private static string Dialled(string written)
    {
        bool hasCountry = written.Contains('+', StringComparison.Ordinal) || written.StartsWith("00", StringComparison.Ordinal);
        string digits = string.Concat((hasCountry ? written.Replace("(0)", string.Empty, StringComparison.Ordinal) : written).Where(char.IsAsciiDigit));
        return digits.StartsWith("00", StringComparison.Ordinal) && digits.Length >= 11 ? digits[2..] : digits;
    }
}
