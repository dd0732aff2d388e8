using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values.Numbers;

public sealed class NumberParserTests
{
    [Theory]
    [InlineData("5", 5)]
    [InlineData("I'd say 5", 5)]
    [InlineData("I'd say five, thanks.", 5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,5", 1.5)]
    [InlineData("12,500", 12500)]
    [InlineData("-3", -3)]
    [InlineData("minus three", -3)]
    [InlineData("€ 20", 20)]
    [InlineData("50%", 50)]
    [InlineData("twenty-two", 22)]
    [InlineData("one hundred and sixteen", 116)]
    [InlineData("one million two hundred thousand and five", 1_200_005)]
    [InlineData("a million", 1_000_000)]
    [InlineData("zero", 0)]
    [InlineData("10k", 10_000)]
    [InlineData("two and a half", 2.5)]
    [InlineData("3½", 3.5)]
    [InlineData("a dozen", 12)]
    [InlineData("it is one", 1)]
    public void An_English_number_is_read(string text, double number) => Answer.Read("number", text)!.Value.Number.ShouldBe(number, 1e-9);

    [Theory]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("12.500", 12500)]
    [InlineData("1,5", 1.5)]
    [InlineData("doe er maar drie", 3)]
    [InlineData("één", 1)]
    [InlineData("een", 1)]
    [InlineData("tweeëntwintig", 22)]
    [InlineData("een en twintig", 21)]
    [InlineData("driehonderdeenentachtigduizend", 381_000)]
    [InlineData("twee miljoen", 2_000_000)]
    [InlineData("anderhalf", 1.5)]
    [InlineData("drie en een half", 3.5)]
    public void A_Dutch_number_is_read(string text, double number) => Answer.Read("number", text, "nl")!.Value.Number.ShouldBe(number, 1e-9);

    [Theory]
    [InlineData("5 or 6")]
    [InlineData("between five and ten")]
    [InlineData("this one please")]
    [InlineData("192.168.1.2")]
    [InlineData("jo5@acme.com")]
    [InlineData("180ml")]
    [InlineData("5/6/2026")]
    [InlineData("the third")]
    [InlineData("none of your business")]
    public void What_is_not_one_number_is_none(string text) => Answer.Read("number", text).ShouldBeNull();

    [Fact]
    public void The_Dutch_article_is_no_number() => Answer.Read("number", "ik heb een probleem", "nl").ShouldBeNull();

    [Fact]
    public void Bounds_include_their_ends()
    {
        Answer.Read("number", "5", Answer.English with { Min = 5, Max = 5 }).ShouldNotBeNull();
        Answer.Read("number", "4.99", Answer.English with { Min = 5 }).ShouldBeNull();
        Answer.Read("number", "5.01", Answer.English with { Max = 5 }).ShouldBeNull();
    }

    [Fact]
    public void An_integer_is_whole()
    {
        Answer.Read("integer", "about 12 people")!.Value.Number.ShouldBe(12);
        Answer.Read("integer", "5.0")!.Value.Number.ShouldBe(5);
        Answer.Read("integer", "5.5").ShouldBeNull();
    }

    [Fact]
    public void A_slot_holds_the_number_alone()
    {
        Answer.Read("number", "five", Answer.English with { MayBeEmbedded = false }).ShouldNotBeNull();
        Answer.Read("number", "five dogs", Answer.English with { MayBeEmbedded = false }).ShouldBeNull();
    }
}
