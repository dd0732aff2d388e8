using Spark.Channels.WebChat.Tests.Support;

namespace Spark.Channels.WebChat.Tests;

public sealed class OriginTests
{
    private const string Path = "v3/directline/tokens/generate";
    private const string Friend = "https://intranet.example.com";
    private const string Stranger = "https://elsewhere.example.com";

    [Fact]
    public async Task By_default_no_other_site_may_ask()
    {
        using var web = new TestChannel();

        var answer = await web.SendAsync(TestChannel.Request("POST", Path, headers: ("Origin", Friend)));
        var preflight = await web.SendAsync(TestChannel.Request("OPTIONS", Path, headers: ("Origin", Friend)));

        answer.ShouldBeRefused(403, "OriginNotAllowed");
        answer.Text().ShouldContain(Friend);
        answer.Header("Access-Control-Allow-Origin").ShouldBeNull();
        preflight.ShouldBeRefused(403, "OriginNotAllowed");
        preflight.Header("Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Fact]
    public async Task An_allowed_site_may_and_a_stranger_may_not()
    {
        using var web = new TestChannel(TestChannel.Settings() with { AllowedOrigins = [Friend] });

        var friend = await web.SendAsync(TestChannel.Request("POST", Path, headers: ("Origin", Friend)));
        var stranger = await web.SendAsync(TestChannel.Request("POST", Path, headers: ("Origin", Stranger)));

        friend.Header("Access-Control-Allow-Origin").ShouldBe(Friend);
        stranger.ShouldBeRefused(403, "OriginNotAllowed");
        stranger.Header("Access-Control-Allow-Origin").ShouldBeNull();
        friend.Header("Vary").ShouldBe("Origin");
        stranger.Header("Vary").ShouldBe("Origin");
    }

    [Theory]
    [InlineData("Origin", "https://spark.example")]
    [InlineData("Host", "elsewhere.example.com")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    public async Task Our_own_page_may_ask_by_whatever_name_it_is_reached(string header, string value)
    {
        using var web = new TestChannel();
        (string, string)[] headers = header == "Origin" ? [(header, value)] : [("Origin", Stranger), (header, value)];

        (await web.SendAsync(TestChannel.Request("POST", Path, headers: headers))).Answer.Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("https://intranet.example.com.evil.example")]
    [InlineData("https://intranet.example.com:8443")]
    [InlineData("http://intranet.example.com")]
    public async Task What_only_looks_like_an_allowed_site_is_refused(string origin)
    {
        using var web = new TestChannel(TestChannel.Settings() with { AllowedOrigins = [Friend] });

        (await web.SendAsync(TestChannel.Request("POST", Path, headers: ("Origin", origin)))).ShouldBeRefused(403, "OriginNotAllowed");
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
