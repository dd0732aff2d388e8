using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Offload;

namespace Spark.Runtime.Tests.Offload;

public sealed class LinkMaskTests
{
    private const string Token = "abcdefghij_KLMNOP-2345";

    [Theory]
    [InlineData("https://spark.example/connections/m/open?with=spark-link." + Token)]
    [InlineData("https://other.example/enter/" + Token)]
    public void A_link_that_was_sent_is_shown_without_what_lets_in(string link)
    {
        var mask = LinkMask.Of([Sent(link)]);

        var shown = mask.Apply($"Go on here: {link} – see you");

        shown.ShouldNotContain(Token);
        shown.ShouldStartWith($"Go on here: {new Uri(link).GetLeftPart(UriPartial.Authority)}/***");
        shown.ShouldEndWith(" – see you");
    }

    [Fact]
    public void A_token_of_ours_is_hidden_where_its_turn_is_not_seen() =>
        LinkMask.Of(Array.Empty<ConversationEvent>()).Apply($"https://spark.example/open?with=spark-link.{Token}.").ShouldBe("https://spark.example/open?with=spark-link.***.");

    [Fact]
    public void Other_texts_stay_as_they_are() =>
        LinkMask.Of([Sent("https://other.example/enter/1")]).Apply("https://other.example/help and spark-link.short").ShouldBe("https://other.example/help and spark-link.short");

    private static OffloadDecided Sent(string link) => new()
    {
        At = DateTimeOffset.UnixEpoch, Seed = 1, Effect = new(1, 0), Decision = new() { Result = OffloadResult.Sent, Link = new(link) },
    };
}
