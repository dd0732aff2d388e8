using System.Globalization;
using System.Text.Json;

namespace Spark.Expressions.Tests.Values;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("0.1")]
    [InlineData("-17.35")]
    [InlineData("0.0000000000001")]
    [InlineData("99999999999999")]
    [InlineData("999999999999999")]
    [InlineData("9007199254740993")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("1e2")]
    [InlineData("1E-7")]
    public void A_number_of_a_document_is_the_double_nearest_to_its_digits(string text) => Bits(Read(text)).ShouldBe(Bits(Parse(text)));

    [Fact]
    public void Short_decimals_are_rounded_as_the_library_rounds_them()
    {
        var random = new Random(5);
        for (var round = 0; round < 20_000; round++)
        {
            var digits = random.NextInt64(1_000_000_000_000).ToString(CultureInfo.InvariantCulture);
            var point = random.Next(1, digits.Length + 1);
            var text = point == digits.Length ? digits : digits[..point] + "." + digits[point..];
            Bits(Read(text)).ShouldBe(Bits(Parse(text)), text);
        }
    }

    private static double Read(string text) => Value.From(JsonSerializer.Deserialize<JsonElement>(text)).AsNumber();

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static long Bits(double number) => BitConverter.DoubleToInt64Bits(number);
}
