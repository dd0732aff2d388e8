using Spark.Understanding.Values;

namespace Spark.Understanding.Tests.Values.Entities;

public sealed class MeasureParserTests
{
    [Theory]
    [InlineData("money", "en", "it may cost $ 20", "20 USD")]
    [InlineData("money", "en", "500 CAD please", "500 CAD")]
    [InlineData("money", "nl", "ongeveer 12,50 euro", "12.5 EUR")]
    [InlineData("money", "de", "50 Cent", "0.5 EUR")]
    [InlineData("money", "en", "20 printers", null)]
    [InlineData("money", "en", "20", null)]
    [InlineData("money", "en", "20 euros or 30 euros", null)]
    [InlineData("quantity", "en", "six miles", "6 mi")]
    [InlineData("quantity", "fr", "3 kilomètres", "3 km")]
    [InlineData("quantity", "de", "75 ml", "75 ml")]
    [InlineData("temperature", "es", "20 grados centígrados", "20 C")]
    [InlineData("temperature", "en", "70 °F", "70 F")]
    [InlineData("temperature", "en", "70 degrees", null)]
    [InlineData("age", "en", "I am 34 years old", "34 year")]
    [InlineData("age", "en", "34", "34 year")]
    [InlineData("age", "en", "34 years", "34 year")]
    [InlineData("age", "nl", "6 maanden oud", "6 month")]
    [InlineData("age", "en", "tomorrow", null)]
    [InlineData("percentage", "en", "about 20 %", "20")]
    [InlineData("percentage", "de", "12,5 Prozent", "12.5")]
    [InlineData("percentage", "en", "20", "20")]
    [InlineData("percentage", "en", "20 printers", null)]
    public void An_amount_is_read_in_the_persons_language(string type, string language, string text, string? expected) =>
        Parse(type, text, Context(language)).ShouldBe(expected);

    [Theory]
    [InlineData("money", "20", "20 CAD")]
    [InlineData("money", "20 dollars", "20 CAD")]
    [InlineData("money", "20 euros", "20 EUR")]
    [InlineData("money", "50 cents", "0.5 CAD")]
    public void A_number_alone_and_a_name_of_several_currencies_are_in_the_variables_unit(string type, string text, string expected) =>
        Parse(type, text, Context("en") with { Unit = "CAD" }).ShouldBe(expected);

    [Fact]
    public void Degrees_of_no_scale_are_those_of_the_variable() =>
        Parse("temperature", "70 degrees", Context("en") with { Unit = "F" }).ShouldBe("70 F");

    [Theory]
    [InlineData("9 euros", null)]
    [InlineData("10 euros", "10 EUR")]
    [InlineData("101 euros", null)]
    [InlineData("50 dollars", null)]
    public void Bounds_hold_in_the_variables_unit_and_another_unit_is_no_answer(string text, string? expected) =>
        Parse("money", text, Context("en") with { Unit = "EUR", Min = 10, Max = 100 }).ShouldBe(expected);

    [Theory]
    [InlineData("money", "EUR", true)]
    [InlineData("money", "euro", false)]
    [InlineData("quantity", "km", true)]
    [InlineData("quantity", "kilometer", false)]
    [InlineData("temperature", "C", true)]
    [InlineData("age", "year", true)]
    [InlineData("number", "km", false)]
    public void A_unit_is_known_by_what_is_stored(string type, string unit, bool isKnown) => ValueParsers.IsUnit(type, unit).ShouldBe(isKnown);

    private static string? Parse(string type, string text, ValueContext context) => ValueParsers.Find(type)!.Parse(text, context)?.ToString();

    private static ValueContext Context(string language) => new() { Language = language, Now = DateTimeOffset.UnixEpoch };
}
