using Spark.Channels.Teams.Tests.Support;

namespace Spark.Channels.Teams.Tests.Authentication;

public sealed class AcceptedTokensTests : IAsyncLifetime
{
    private FarSide side = null!;
    private TestChannel channel = null!;

    public async ValueTask InitializeAsync()
    {
        side = await FarSide.StartAsync();
        channel = new TestChannel(side);
    }

    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return side.DisposeAsync();
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task The_three_algorithms_are_taken(string algorithm)
    {
        var forgery = channel.Forge();
        forgery.Header["alg"] = algorithm;

        (await channel.ReceiveAsync(forgery.Request())).Events.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("2.0")]
    public async Task Entra_tokens_of_a_listed_tenant_are_taken_in_both_versions(string version) =>
        (await channel.ReceiveAsync(channel.Forge().AsEntra(version).Request())).Events.Count.ShouldBe(1);

    [Theory]
    [InlineData(-299)]
    [InlineData(299)]
    public async Task A_clock_that_is_a_little_off_does_no_harm(int seconds)
    {
        var forgery = channel.Forge();
        forgery.Claims[seconds < 0 ? "exp" : "nbf"] = Forgery.Seconds(forgery.Now + TimeSpan.FromSeconds(seconds));
        if (seconds < 0)
        {
            forgery.Claims["nbf"] = Forgery.Seconds(forgery.Now - TimeSpan.FromHours(1));
        }

        (await channel.ReceiveAsync(forgery.Request())).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_service_address_compares_without_case()
    {
        var forgery = channel.Forge();
        forgery.Claims["serviceurl"] = side.ServiceUrl.ToUpperInvariant();

        (await channel.ReceiveAsync(forgery.Request())).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_are_fetched_once()
    {
        for (var i = 0; i < 5; i++)
        {
            (await channel.ReceiveAsync(channel.Forge().Request())).Events.Count.ShouldBe(1);
        }

        side.KeyCalls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_key_is_found_without_a_restart_but_names_of_none_do_not_make_us_ask_again_and_again()
    {
        await channel.ReceiveAsync(channel.Forge().Request());
        var next = new SigningPair("channel-next", ["msteams"]);
        side.MoreKeys.Enqueue(next);
        channel.Clock.Advance(TimeSpan.FromMinutes(6));
        for (var i = 0; i < 20; i++)
        {
            var wrong = channel.Forge();
            wrong.Header["kid"] = $"nobody-{i}";
            (await channel.ReceiveAsync(wrong.Request())).Answer.Status.ShouldBe(401);
        }

        side.KeyCalls.Count.ShouldBe(2);
        var forgery = channel.Forge();
        (forgery.Header["kid"], forgery.Key) = (next.Id, next.Rsa);
        (await channel.ReceiveAsync(forgery.Request())).Events.Count.ShouldBe(1);
        side.KeyCalls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_any_keys_the_sender_is_to_come_again()
    {
        side.KeysAreAway = true;
        await Should.ThrowAsync<PluginNotReadyException>(() => channel.ReceiveAsync(channel.Forge().Request()));

        side.KeysAreAway = false;
        channel.Clock.Advance(TimeSpan.FromSeconds(6));
        (await channel.ReceiveAsync(channel.Forge().Request())).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_that_are_away_later_stay_good()
    {
        await channel.ReceiveAsync(channel.Forge().Request());
        side.KeysAreAway = true;
        channel.Clock.Advance(TimeSpan.FromHours(25));

        (await channel.ReceiveAsync(channel.Forge().Request())).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_activity_of_another_tenant_is_answered_and_dropped()
    {
        var activity = Activities.Message(side.ServiceUrl, "hello");
        activity["conversation"]!["tenantId"] = "99999999-2222-4333-8444-555555555555";
        activity["channelData"]!["tenant"]!["id"] = "99999999-2222-4333-8444-555555555555";

        var receipt = await channel.ReceiveAsync(activity);

        receipt.Answer.Status.ShouldBe(200);
        receipt.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_that_names_two_tenants_is_answered_and_dropped()
    {
        var activity = Activities.Message(side.ServiceUrl, "hello");
        activity["channelData"]!["tenant"]!["id"] = "99999999-2222-4333-8444-555555555555";

        (await channel.ReceiveAsync(activity)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_but_a_post_is_an_activity()
    {
        var request = channel.Forge().Request();

        (await channel.ReceiveAsync(request with { Method = "GET" })).Answer.Status.ShouldBe(405);
        (await channel.ReceiveAsync(request with { Method = "HEAD" })).Answer.Status.ShouldBe(405);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("[]")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":"message","type":"message"}""")]
    public async Task A_body_that_is_no_activity_is_refused(string body)
    {
        var request = channel.Forge().Request() with { Body = System.Text.Encoding.UTF8.GetBytes(body) };

        (await channel.ReceiveAsync(request)).Answer.Status.ShouldBe(400);
    }
}
