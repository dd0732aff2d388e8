using Spark.Channels.Sparkcentral.Tests.Support;

namespace Spark.Channels.Sparkcentral.Tests.Rest;

public sealed class AccessTokensTests
{
    [Fact]
    public async Task A_token_is_asked_for_as_the_contract_captured_it()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        await channel.SendAsync(TestChannel.Message("Hello"));

        var call = sparkcentral.TokenCalls.ShouldHaveSingleItem();
        call.Method.ShouldBe("POST");
        call.Target.ShouldBe("/virtual-agent/oauth2/token");
        call.Headers["Authorization"].ShouldBe("Basic Y2xpZW50OnMzY3JldA==");
        call.Headers["Accept"].ShouldBe("application/json");
        call.Headers["Content-Type"].ShouldBe("application/x-www-form-urlencoded;charset=UTF-8");
        call.Headers["Content-Length"].ShouldBe("47");
        call.Body.ShouldBe("grant_type=client_credentials&scope=client-read");
    }

    [Fact]
    public async Task The_successor_gives_tokens_to_an_organization()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address) with
        {
            Flavor = Flavor.HootsuiteInbox2,
            OrganizationId = "42&x",
        });

        (await channel.SendAsync(TestChannel.Message("Hello"))).ShouldBe(Delivery.Delivered);

        var call = sparkcentral.TokenCalls.ShouldHaveSingleItem();
        call.Target.ShouldBe("/oauth2/token");
        call.Body.ShouldBe("grant_type=organization_app&organization_id=42%26x");
        sparkcentral.ConversationCalls.ShouldHaveSingleItem().Target.ShouldBe("/inbox/v1/virtual-agent/conversations/0-01e67a8c216-000-8c9ea98e");
    }

    [Theory]
    [InlineData(3599, 3538, 1)]
    [InlineData(3599, 3539, 2)]
    [InlineData(null, 239, 1)]
    [InlineData(null, 240, 2)]
    [InlineData(2, 0, 2)]
    public async Task A_token_is_used_until_a_minute_before_its_end(int? expiresIn, int secondsLater, int calls)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Tokens = [Reply.Token("token-1", expiresIn)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        await channel.SendAsync(TestChannel.Message("Hello"));
        channel.Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        await channel.SendAsync(TestChannel.Message("Hello again"));

        sparkcentral.TokenCalls.Count.ShouldBe(calls);
        sparkcentral.ConversationCalls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Twenty_sends_at_once_ask_for_one_token()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        var deliveries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => channel.SendAsync(TestChannel.Message("Hello"))));

        deliveries.ShouldAllBe(delivery => delivery.Status == DeliveryStatus.Delivered);
        sparkcentral.TokenCalls.Count.ShouldBe(1);
        sparkcentral.ConversationCalls.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Twenty_sends_at_once_renew_an_expired_token_once_and_are_sent_once_each()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Tokens = [Reply.Token("token-1"), Reply.Token("token-2")];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));
        await channel.SendAsync(TestChannel.Message("Hello"));
        sparkcentral.Conversations = [Reply.OnlyFor("token-2")];

        var deliveries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => channel.SendAsync(TestChannel.Message("Hello again"))));

        deliveries.ShouldAllBe(delivery => delivery.Status == DeliveryStatus.Delivered);
        sparkcentral.TokenCalls.Count.ShouldBe(2);
        sparkcentral.ConversationCalls.Count(call => call.Headers["Authorization"] == "Bearer token-2").ShouldBe(20);
    }

    [Fact]
    public async Task A_token_that_is_refused_when_new_too_ends_the_send()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Conversations = [Reply.Of(401)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(TestChannel.Message("Hello"))).Status.ShouldBe(DeliveryStatus.Refused);

        sparkcentral.TokenCalls.Count.ShouldBe(2);
        sparkcentral.ConversationCalls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client"}""")]
    [InlineData(401, "no JSON")]
    [InlineData(400, """{"error":"invalid_client","error_hint":"x","status_code":401}""")]
    public async Task Refused_credentials_are_told_to_the_host(int status, string body)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Tokens = [Reply.Of(status, body)];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        var exception = await Should.ThrowAsync<CredentialsRejectedException>(() => channel.SendAsync(TestChannel.Message("Hello")));

        exception.Message.ShouldNotContain("s3cret");
        sparkcentral.ConversationCalls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, """{"error":"unsupported_grant_type"}""", DeliveryStatus.Refused)]
    [InlineData(404, "", DeliveryStatus.Refused)]
    [InlineData(429, "{}", DeliveryStatus.NotSent)]
    [InlineData(500, "{}", DeliveryStatus.NotSent)]
    [InlineData(503, "{}", DeliveryStatus.NotSent)]
    [InlineData(200, "{}", DeliveryStatus.NotSent)]
    [InlineData(200, "no JSON", DeliveryStatus.NotSent)]
    [InlineData(200, """{"access_token":"two\nlines"}""", DeliveryStatus.NotSent)]
    public async Task Without_a_token_nothing_is_sent(int status, string body, DeliveryStatus meaning)
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Tokens = [Reply.Of(status, body, retryAfter: "5"), Reply.Token("token-1")];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        var delivery = await channel.SendAsync(TestChannel.Message("Hello"));

        delivery.Status.ShouldBe(meaning);
        sparkcentral.ConversationCalls.ShouldBeEmpty();
        (await channel.SendAsync(TestChannel.Message("Hello"))).ShouldBe(Delivery.Delivered);
    }

    [Fact]
    public async Task A_token_endpoint_that_asks_to_wait_is_heard()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Tokens = [Reply.Of(429, retryAfter: "5")];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(TestChannel.Message("Hello"))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_token_endpoint_that_cuts_the_connection_has_sent_nothing()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        sparkcentral.Tokens = [Reply.Cut()];
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));

        (await channel.SendAsync(TestChannel.Message("Hello"))).Status.ShouldBe(DeliveryStatus.NotSent);
    }

    [Fact]
    public async Task Who_gives_up_waiting_for_a_token_does_not_take_it_from_the_others()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();
        using var channel = new TestChannel(TestChannel.Calling(sparkcentral.Address));
        using var hasty = new CancellationTokenSource();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sparkcentral.Tokens =
        [
            Reply.After(
                _ =>
                {
                    asked.SetResult();
                    return gate.Task;
                },
                Reply.Token("token-1")),
        ];

        var first = channel.Channel.SendAsync(TestChannel.Message("Hello"), hasty.Token).AsTask();
        await asked.Task;
        var second = channel.SendAsync(TestChannel.Message("Hello"));
        await hasty.CancelAsync();

        (await first).Status.ShouldBe(DeliveryStatus.NotSent);
        gate.SetResult();
        (await second).ShouldBe(Delivery.Delivered);
        sparkcentral.TokenCalls.Count.ShouldBe(1);
    }
}
