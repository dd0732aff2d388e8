using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values.Addresses;

public sealed class PhoneParserTests
{
    [Theory]
    [InlineData("call me at +31 6 12 34 56 78", "+31612345678")]
    [InlineData("0031 6-12345678", "+31612345678")]
    [InlineData("+44 (0)7123 129683", "+447123129683")]
    [InlineData("(020) 123 45 67", "0201234567")]
    [InlineData("0478/12.34.56", "0478123456")]
    [InlineData("837.824.1482 ext 63888", "8378241482;ext=63888")]
    [InlineData("It's 0612345678.", "0612345678")]
    public void A_phone_number_is_found_inside_a_sentence(string text, string phone) => Answer.Show("phone", text).ShouldBe(phone);

    [Theory]
    [InlineData("extension 4200")]
    [InlineData("16/04/2010")]
    [InlineData("2026-10-07")]
    [InlineData("0612345678 or 0687654321")]
    [InlineData("1234567890123456")]
    [InlineData("10.0.0.1")]
    [InlineData("(020 123 45 67")]
    public void What_is_not_one_phone_number_is_none(string text) => Answer.Read("phone", text).ShouldBeNull();
}
