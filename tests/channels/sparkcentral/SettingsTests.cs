using Spark.Channels.Sparkcentral.Tests.Support;

namespace Spark.Channels.Sparkcentral.Tests;

public sealed class SettingsTests
{
    private static readonly SparkcentralSettings Right = TestChannel.Calling(new Uri("https://sparkcentral.example/base/"));

    [Fact]
    public void With_credentials_replies_are_calls()
    {
        using var channel = new TestChannel(Right);

        var capabilities = channel.Channel.Capabilities;

        capabilities.ReplyPath.ShouldBe(ReplyPath.Call);
        capabilities.TakesCompletion.ShouldBeTrue();
        capabilities.MaxRequestBytes.ShouldBe(256 * 1024);
        capabilities.AnswerWithin.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void Without_credentials_replies_are_answers()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        var capabilities = channel.Channel.Capabilities;

        capabilities.ReplyPath.ShouldBe(ReplyPath.Answer);
        capabilities.TakesCompletion.ShouldBeTrue();
        capabilities.AnswerWithin.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("001")]
    [InlineData("0g")]
    [InlineData("00 11")]
    [InlineData("0011\n")]
    [InlineData("0x11")]
    public void A_shared_secret_that_is_not_hexadecimal_is_refused_with_a_sentence(string secret)
    {
        var exception = Should.Throw<ArgumentException>(() => new TestChannel(Right with { SharedSecret = secret }));

        exception.Message.ShouldStartWith("sharedSecret must be an even number of hexadecimal digits");
        exception.Message.ShouldNotContain(secret);
        using var accepted = new TestChannel(Right with { SharedSecret = "aB" });
    }

    [Fact]
    public void Half_of_the_credentials_are_refused()
    {
        Should.Throw<ArgumentException>(() => new TestChannel(Right with { ClientSecret = null })).Message.ShouldStartWith("clientSecret is missing");
        Should.Throw<ArgumentException>(() => new TestChannel(Right with { ClientId = "" })).Message.ShouldStartWith("clientId is missing");
    }

    [Fact]
    public void A_client_id_with_a_colon_is_refused() =>
        Should.Throw<ArgumentException>(() => new TestChannel(Right with { ClientId = "a:b" })).Message.ShouldStartWith("clientId must not contain a colon");

    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://sparkcentral.example")]
    [InlineData("https://user@sparkcentral.example")]
    [InlineData("https://sparkcentral.example/?a=b")]
    public void A_rest_address_that_is_no_base_is_refused(string url) =>
        Should.Throw<ArgumentException>(() => new TestChannel(Right with { RestUrl = new Uri(url, UriKind.RelativeOrAbsolute) })).Message.ShouldStartWith("restUrl must be");

    [Theory]
    [InlineData(-1)]
    [InlineData(86401)]
    public void A_senseless_replay_window_is_refused(int seconds) =>
        Should.Throw<ArgumentException>(() => new TestChannel(Right with { MaxSkewSeconds = seconds })).Message.ShouldStartWith("maxSkewSeconds must lie");

    [Fact]
    public void The_successor_needs_an_organization_for_its_tokens()
    {
        Should.Throw<ArgumentException>(() => new TestChannel(Right with { Flavor = Flavor.HootsuiteInbox2 })).Message.ShouldStartWith("organizationId is missing");
        using var accepted = new TestChannel(Right with { Flavor = Flavor.HootsuiteInbox2, OrganizationId = "42" });
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var exception = Should.Throw<ArgumentException>(() => new TestChannel(new SparkcentralSettings { SharedSecret = "x", ClientId = "a", MaxSkewSeconds = -1 }));

        exception.Message.ShouldContain("sharedSecret");
        exception.Message.ShouldContain("clientSecret");
        exception.Message.ShouldContain("maxSkewSeconds");
    }

    [Fact]
    public void Settings_do_not_print_their_secrets() => Right.ToString().ShouldBe("SparkcentralSettings");

    [Theory]
    [InlineData("sparkcentral", "us", "https://public-api.sparkcentral.com/virtual-agent/oauth2/token")]
    [InlineData("sparkcentral", "eu", "https://public-api-eu.sparkcentral.com/virtual-agent/oauth2/token")]
    [InlineData("hootsuite-inbox2", "us", "https://platform.hootsuite.com/oauth2/token")]
    [InlineData("hootsuite-inbox2", "eu", "https://platform.hootsuite.com/oauth2/token")]
    public void Flavor_and_region_choose_the_address(string flavor, string region, string address)
    {
        var settings = Manifest.Settings($$"""{"flavor":"{{flavor}}","region":"{{region}}"}""");

        Wire.Of(settings).TokenAddress.AbsoluteUri.ShouldBe(address);
    }

    [Theory]
    [InlineData("https://stand-in.example")]
    [InlineData("https://stand-in.example/")]
    public void A_stand_in_replaces_only_the_base(string url)
    {
        var wire = Wire.Of(Right with { RestUrl = new Uri(url) });

        wire.TokenAddress.AbsoluteUri.ShouldBe("https://stand-in.example/virtual-agent/oauth2/token");
        Wire.Of(Right).ConversationAddress("c").AbsoluteUri.ShouldBe("https://sparkcentral.example/base/virtual-agent/conversations/c");
    }
}
