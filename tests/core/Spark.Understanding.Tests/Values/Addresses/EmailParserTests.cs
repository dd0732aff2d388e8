using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Values.Addresses;

public sealed class EmailParserTests
{
    [Theory]
    [InlineData("jo@acme.com", "jo@acme.com")]
    [InlineData("my account is jo@acme.com", "jo@acme.com")]
    [InlineData("It's Jo.Smith+it@Acme.COM.", "Jo.Smith+it@acme.com")]
    [InlineData("<mailto:jo@acme.com|jo@acme.com>", "jo@acme.com")]
    [InlineData("\"Jo\" <jo@acme.com>", "jo@acme.com")]
    [InlineData("'jo@acme.com'", "jo@acme.com")]
    [InlineData("jo＠acme.com", "jo@acme.com")]
    [InlineData("jo@bücher.de", "jo@bücher.de")]
    public void An_email_is_found_inside_a_sentence(string text, string email) => Answer.Show("email", text).ShouldBe(email);

    [Theory]
    [InlineData("jo at acme dot com")]
    [InlineData("jo@acme")]
    [InlineData("@acme.com")]
    [InlineData("jo..smith@acme.com")]
    [InlineData("jo@acme.com or jo@gmail.com")]
    [InlineData("jo@acme.com@gmail.com")]
    public void What_is_not_one_email_is_none(string text) => Answer.Read("email", text).ShouldBeNull();

    [Fact]
    public void A_slot_holds_the_email_alone()
    {
        Answer.Read("email", "jo@acme.com.", Answer.English with { MayBeEmbedded = false }).ShouldNotBeNull();
        Answer.Read("email", "everything but jo@acme.com", Answer.English with { MayBeEmbedded = false }).ShouldBeNull();
    }
}
