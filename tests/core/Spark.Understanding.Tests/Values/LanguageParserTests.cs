using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values;

public sealed class LanguageParserTests
{
    [Theory]
    [InlineData("English", "en", "en")]
    [InlineData("in Dutch please", "en", "nl")]
    [InlineData("Nederlands", "en", "nl")]
    [InlineData("nl", "en", "nl")]
    [InlineData("NL-be", "en", "nl-BE")]
    [InlineData("British English", "en", "en-GB")]
    [InlineData("Frans graag", "nl", "fr")]
    [InlineData("French", "nl", "fr")]
    [InlineData("français", "nl", "fr")]
    [InlineData("日本語", "en", "ja")]
    public void A_language_is_read(string text, string language, string tag) => Answer.Show("language", text, language).ShouldBe(tag);

    [Theory]
    [InlineData("it does not matter")]
    [InlineData("English or Dutch")]
    [InlineData("xx")]
    public void What_is_not_one_language_is_none(string text) => Answer.Read("language", text).ShouldBeNull();
}
