using Spark.Channels.Teams.Tests.Support;
using Spark.Testing;

namespace Spark.Channels.Teams.Tests;

public sealed class SettingsTests
{
    private static readonly TeamsSettings Right = new() { AppId = Activities.AppId, ClientSecret = "s", TenantId = Activities.Tenant };

    [Fact]
    public void The_channel_calls_and_answers_before_Teams_gives_up()
    {
        var capabilities = Create(Right).Capabilities;

        capabilities.ReplyPath.ShouldBe(ReplyPath.Call);
        capabilities.AnswerWithin.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var exception = Should.Throw<ArgumentException>(() => Create(new TeamsSettings
        {
            AppId = "bot", CallerTenants = ["contoso.example"], ChannelMetadataUrl = new Uri("http://keys.example/"), ServiceHosts = ["http://attacker.example"],
            EntraIssuers = ["https://issuer.example"],
        }));

        foreach (var name in new[] { "appId", "tenants", "callerTenants", "channelMetadataUrl", "serviceHosts", "entraIssuers" })
        {
            exception.Message.ShouldContain(name);
        }
    }

    [Fact]
    public void A_certificate_stands_in_the_place_of_a_secret_and_has_its_key()
    {
        using var pair = new CertificatePair();

        Create(Right with { ClientSecret = null, Certificate = pair.Whole });
        Should.Throw<ArgumentException>(() => Create(Right with { Certificate = pair.Whole })).Message.ShouldContain("both set");
        foreach (var bad in new[] { pair.Public, "not a certificate", pair.Public + CertificatePair.KeyOfAnother })
        {
            var message = Should.Throw<ArgumentException>(() => Create(Right with { ClientSecret = null, Certificate = bad })).Message;
            message.ShouldContain("certificate must hold");
            message.ShouldNotContain("BEGIN");
        }
    }

    [Theory]
    [InlineData("https://bot.contoso.example", true)]
    [InlineData("http://127.0.0.1:5080", false)]
    public void Without_authentication_nothing_starts_where_others_could_reach_it(string publicUrl, bool hearsOnlyLoopback)
    {
        var settings = new TeamsSettings { Authentication = CallerProof.None };

        Should.Throw<ArgumentException>(() => Create(settings, publicUrl, hearsOnlyLoopback)).Message.ShouldContain("authentication is none");
    }

    [Fact]
    public void Without_authentication_on_loopback_it_says_so_loudly()
    {
        var logs = new CollectingLogs();

        Create(new TeamsSettings { Authentication = CallerProof.None }, "http://localhost:5080", hearsOnlyLoopback: true, logs);

        logs.All.ShouldContain("NO AUTHENTICATION");
    }

    [Fact]
    public void Settings_do_not_print_their_secrets() => Right.ToString().ShouldBe("TeamsSettings");

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net/amer/", true)]
    [InlineData("https://europe.api.botframework.com/", true)]
    [InlineData("https://botframework.com/", false)]
    [InlineData("https://x.smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("//smba.trafficmanager.net/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("", false)]
    public void Tokens_leave_to_listed_hosts_only(string address, bool isListed) =>
        (Endpoints.Of(Right).Services.Allowed(address) is not null).ShouldBe(isListed);

    [Theory]
    [InlineData("http://127.0.0.1:5082/teams/", true)]
    [InlineData("http://127.0.0.1:5082/", true)]
    [InlineData("http://127.0.0.1:5083/", false)]
    [InlineData("https://127.0.0.1:5082/", false)]
    [InlineData("http://127.0.0.1:5082.evil.example/", false)]
    public void A_stand_in_is_listed_by_its_whole_address(string address, bool isListed) =>
        (Endpoints.Of(Right with { ServiceHosts = ["http://127.0.0.1:5082"] }).Services.Allowed(address) is not null).ShouldBe(isListed);

    [Fact]
    public void The_governments_cloud_has_its_own_addresses()
    {
        var endpoints = Endpoints.Of(Right with { Cloud = Cloud.UsGovernment, TenantId = null });

        endpoints.ChannelIssuer.ShouldBe("https://api.botframework.us");
        endpoints.ChannelMetadata.ShouldBe(new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"));
        endpoints.Token.ShouldBe(new Uri("https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token"));
        endpoints.Scope.ShouldBe("https://api.botframework.us/.default");
        endpoints.Services.Allowed("https://smba.trafficmanager.net/").ShouldBeNull();
    }

    [Fact]
    public void A_multi_tenant_bot_gets_its_token_from_the_frameworks_tenant() =>
        Endpoints.Of(Right with { TenantId = null }).Token.ShouldBe(new Uri("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token"));

    private static TeamsChannel Create(TeamsSettings settings, string publicUrl = "https://spark.example", bool hearsOnlyLoopback = false, CollectingLogs? logs = null) =>
        TeamsChannel.Create(settings, new ChannelServices
        {
            InstanceId = "teams",
            Http = new HttpClient(),
            Time = new ManualClock(),
            Logs = logs ?? new CollectingLogs(),
            PublicUrl = new Uri(publicUrl),
            HearsOnlyLoopback = hearsOnlyLoopback,
            Feed = new EmptyFeed(),
        });
}
