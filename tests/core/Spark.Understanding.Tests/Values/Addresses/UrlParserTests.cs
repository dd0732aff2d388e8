using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values.Addresses;

public sealed class UrlParserTests
{
    [Theory]
    [InlineData("https://Acme.com/A?b=C#d", "https://acme.com/A?b=C#d")]
    [InlineData("see www.acme.com/help.", "https://www.acme.com/help")]
    [InlineData("it is (http://acme.com/a_(b)).", "http://acme.com/a_(b)")]
    [InlineData("acme.com", "https://acme.com")]
    [InlineData("our site is acme.nl, I think", "https://acme.nl")]
    [InlineData("acme.example", "https://acme.example")]
    public void A_web_address_is_found_inside_a_sentence(string text, string url) => Answer.Show("url", text).ShouldBe(url);

    [Theory]
    [InlineData("jo@acme.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://acme.com@evil.com/")]
    [InlineData("I was there.then I left")]
    [InlineData("8.8.8.8")]
    [InlineData("acme.com or acme.nl")]
    public void What_is_not_one_web_address_is_none(string text) => Answer.Read("url", text).ShouldBeNull();
}
