using Spark.Channels.WebChat.Tests.Support;

namespace Spark.Channels.WebChat.Tests;

public sealed class OriginTests
{
    private const string Path = "v3/directline/tokens/generate";
    private const string Friend = "https://intranet.example.com";
    private const string Stranger = "https://elsewhere.example.com";

    [Fact]
    public async Task By_default_no_other_site_may_read_an_answer()
    {
        using var web = new TestChannel();

        var answer = await web.SendAsync(TestChannel.Request("POST", Path, headers: ("Origin", Friend)));
        var preflight = await web.SendAsync(TestChannel.Request("OPTIONS", Path, headers: ("Origin", Friend)));

        answer.Answer.Status.ShouldBe(200);
        answer.Header("Access-Control-Allow-Origin").ShouldBeNull();
        preflight.ShouldBeRefused(403, "NotAllowed");
        preflight.Header("Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Fact]
    public async Task An_allowed_site_may_and_a_stranger_may_not()
    {
        using var web = new TestChannel(TestChannel.Settings() with { AllowedOrigins = [Friend] });

        var friend = await web.SendAsync(TestChannel.Request("POST", Path, headers: ("Origin", Friend)));
        var stranger = await web.SendAsync(TestChannel.Request("POST", Path, headers: ("Origin", Stranger)));

        friend.Header("Access-Control-Allow-Origin").ShouldBe(Friend);
        stranger.Header("Access-Control-Allow-Origin").ShouldBeNull();
        friend.Header("Vary").ShouldBe("Origin");
        stranger.Header("Vary").ShouldBe("Origin");
    }

    [Fact]
    public async Task A_refusal_can_be_read_by_an_allowed_site_too()
    {
        using var web = new TestChannel(TestChannel.Settings() with { AllowedOrigins = [Friend] });

        var receipt = await web.SendAsync(TestChannel.Request("POST", "v3/directline/conversations", headers: ("Origin", Friend)));

        receipt.ShouldBeRefused(401, "Unauthorized");
        receipt.Header("Access-Control-Allow-Origin").ShouldBe(Friend);
    }

    [Theory]
    [InlineData(Friend, 204)]
    [InlineData(Stranger, 403)]
    public async Task A_browser_that_asks_first_is_answered(string origin, int status)
    {
        using var web = new TestChannel(TestChannel.Settings() with { AllowedOrigins = [Friend] });

        var receipt = await web.SendAsync(TestChannel.Request("OPTIONS", Path, headers: ("Origin", origin)));

        receipt.Answer.Status.ShouldBe(status);
        if (status == 204)
        {
            receipt.Header("Access-Control-Allow-Origin").ShouldBe(Friend);
            receipt.Header("Access-Control-Allow-Methods").ShouldBe("GET, POST, OPTIONS");
            receipt.Header("Access-Control-Allow-Headers")!.ShouldContain("x-ms-bot-agent");
        }
    }

    [Fact]
    public async Task A_star_allows_every_site()
    {
        using var web = new TestChannel(TestChannel.Settings() with { AllowedOrigins = ["*"] });

        (await web.SendAsync(TestChannel.Request("POST", Path, headers: ("Origin", Stranger)))).Header("Access-Control-Allow-Origin").ShouldBe(Stranger);
    }
}
