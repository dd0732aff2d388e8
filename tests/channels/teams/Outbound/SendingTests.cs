using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Teams.Tests.Outbound;

public sealed class SendingTests : IAsyncLifetime
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

    [Fact]
    public async Task A_text_is_posted_to_the_conversation_with_the_bots_token()
    {
        (await channel.SayAsync(new TextPart("Hello *you*"))).ShouldBe(Delivery.Delivered);

        var call = side.ConnectorCalls.ShouldHaveSingleItem();
        call.Method.ShouldBe("POST");
        call.Target.ShouldBe("/connector/v3/conversations/a%3A1pers0nal/activities");
        call.Authorization.ShouldBe("Bearer token-1");
        var activity = call.Json;
        activity["type"]!.GetValue<string>().ShouldBe("message");
        activity["text"]!.GetValue<string>().ShouldBe("Hello *you*");
        activity["textFormat"]!.GetValue<string>().ShouldBe("plain");
        activity["from"]!["id"]!.GetValue<string>().ShouldBe($"28:{Activities.AppId}");
        activity["recipient"]!["id"]!.GetValue<string>().ShouldBe("29:alex");
    }

    [Fact]
    public async Task The_token_is_asked_for_by_client_credentials_and_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => await channel.SayAsync(new TextPart("hi"))));

        var call = side.TokenCalls.ShouldHaveSingleItem();
        call.Target.ShouldBe($"/{Activities.Tenant}/oauth2/v2.0/token");
        call.Body.ShouldBe($"grant_type=client_credentials&client_id={Activities.AppId}&client_secret=bot-secret&scope=https%3A%2F%2Fapi.botframework.com%2F.default");
    }

    [Fact]
    public async Task A_bot_with_a_certificate_proves_itself_anew_with_each_request_and_sends_no_secret()
    {
        using var pair = new CertificatePair();
        using var own = new TestChannel(side, settings => settings with { ClientSecret = null, Certificate = pair.Whole });

        (await own.SayAsync(new TextPart("hi"))).ShouldBe(Delivery.Delivered);

        var fields = System.Web.HttpUtility.ParseQueryString(side.TokenCalls.ShouldHaveSingleItem().Body);
        fields.AllKeys.ShouldBe(["grant_type", "client_id", "client_assertion_type", "client_assertion", "scope"]);
        fields["client_assertion_type"].ShouldBe("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        var (header, claims) = pair.Verify(fields["client_assertion"]!);
        header["x5t"]!.GetValue<string>().ShouldBe(pair.Thumbprint);
        claims["iss"]!.GetValue<string>().ShouldBe(Activities.AppId);
        claims["sub"]!.GetValue<string>().ShouldBe(Activities.AppId);
        claims["aud"]!.GetValue<string>().ShouldBe(new Uri(side.Address, $"/{Activities.Tenant}/oauth2/v2.0/token").AbsoluteUri);
        (claims["exp"]!.GetValue<long>() - own.Clock.GetUtcNow().ToUnixTimeSeconds()).ShouldBeInRange(60, 600);
    }

    [Fact]
    public async Task A_token_near_its_end_is_renewed_while_it_still_serves()
    {
        side.Tokens = [Token("token-1"), Token("token-2")];
        await channel.SayAsync(new TextPart("one"));
        channel.Clock.Advance(TimeSpan.FromMinutes(56));

        (await channel.SayAsync(new TextPart("two"))).ShouldBe(Delivery.Delivered);
        side.ConnectorCalls[1].Authorization.ShouldBe("Bearer token-1");
        for (var i = 0; i < 60 && side.ConnectorCalls[^1].Authorization == "Bearer token-1"; i++)
        {
            await Task.Delay(i, TestContext.Current.CancellationToken);
            channel.Clock.Advance(TimeSpan.FromSeconds(2));
            (await channel.SayAsync(new TextPart("three"))).ShouldBe(Delivery.Delivered);
        }

        side.ConnectorCalls[^1].Authorization.ShouldBe("Bearer token-2");
        side.TokenCalls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once()
    {
        side.Tokens = [Token("token-1"), Token("token-2")];
        side.Connector = [Answer.Error(401, "BotNotAuthorized"), Answer.Created("1")];

        (await channel.SayAsync(new TextPart("hi"))).ShouldBe(Delivery.Delivered);
        side.ConnectorCalls.Select(call => call.Authorization).ShouldBe(["Bearer token-1", "Bearer token-2"]);
    }

    [Fact]
    public async Task Refused_credentials_are_the_operators_business()
    {
        side.Tokens = [new(401, """{"error":"invalid_client"}""")];

        await Should.ThrowAsync<CredentialsRejectedException>(() => channel.SayAsync(new TextPart("hi")));
    }

    [Theory]
    [InlineData(429, DeliveryStatus.NotSent)]
    [InlineData(412, DeliveryStatus.NotSent)]
    [InlineData(502, DeliveryStatus.NotSent)]
    [InlineData(503, DeliveryStatus.NotSent)]
    [InlineData(504, DeliveryStatus.NotSent)]
    [InlineData(500, DeliveryStatus.Unknown)]
    [InlineData(408, DeliveryStatus.Unknown)]
    [InlineData(400, DeliveryStatus.Refused)]
    [InlineData(403, DeliveryStatus.Refused)]
    [InlineData(404, DeliveryStatus.Refused)]
    [InlineData(413, DeliveryStatus.Refused)]
    [InlineData(301, DeliveryStatus.Refused)]
    public async Task What_the_Connector_answers_becomes_what_the_runtime_knows(int status, DeliveryStatus expected)
    {
        side.Connector = [Answer.Error(status, "Code")];

        (await channel.SayAsync(new TextPart("hi"))).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task How_long_to_wait_is_taken_from_the_answer()
    {
        side.Connector = [Answer.Error(429, "TooManyRequests", retryAfter: "17")];

        (await channel.SayAsync(new TextPart("hi"))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_leaves_it_unknown()
    {
        side.Connector = [Answer.Cut];

        (await channel.SayAsync(new TextPart("hi"))).Status.ShouldBe(DeliveryStatus.Unknown);
    }

    [Fact]
    public async Task A_removed_app_makes_the_person_unreachable()
    {
        side.Connector = [Answer.Error(403, "BotNotInConversationRoster")];

        (await channel.SayAsync(new TextPart("hi"))).Reason!.ShouldContain("not installed");

        channel.People.All.ShouldHaveSingleItem().IsReachable.ShouldBeFalse();
    }

    [Fact]
    public async Task An_attempt_goes_on_where_the_last_one_stopped()
    {
        var message = TestChannel.Message(
            await channel.ReceiveAsync(Activities.Message(side.ServiceUrl, "hi")), new TextPart(new string('a', 20_000)), new TextPart(new string('b', 20_000)));
        side.Connector = [Answer.Created("1"), Answer.Error(429, "TooManyRequests"), Answer.Created("2")];

        (await channel.SendAsync(message)).Status.ShouldBe(DeliveryStatus.NotSent);
        (await channel.SendAsync(message with { Attempt = 2 })).ShouldBe(Delivery.Delivered);

        side.ConnectorCalls.Select(call => call.Json["text"]!.GetValue<string>()[0]).ShouldBe(['a', 'b', 'b']);
    }

    [Fact]
    public async Task A_thread_gets_no_more_than_Teams_takes()
    {
        var message = TestChannel.Message(await channel.ReceiveAsync(Activities.Message(side.ServiceUrl, "hi")), new TextPart("x"));
        for (var i = 0; i < 7; i++)
        {
            (await channel.SendAsync(message with { EffectId = $"e{i}" })).ShouldBe(Delivery.Delivered);
        }

        var eighth = channel.SendAsync(message with { EffectId = "e7" });
        eighth.IsCompleted.ShouldBeFalse();
        side.ConnectorCalls.Count.ShouldBe(7);
        channel.Clock.Advance(TimeSpan.FromSeconds(1));
        (await eighth).ShouldBe(Delivery.Delivered);
    }

    [Fact]
    public async Task A_stored_address_that_is_on_no_list_gets_no_token()
    {
        var message = TestChannel.Message(await channel.ReceiveAsync(Activities.Message(side.ServiceUrl, "hi")), new TextPart("x"));
        var details = JsonNode.Parse(message.ChannelDetails!.Value.GetRawText())!;
        details["serviceUrl"] = "https://attacker.example/";

        var delivery = await channel.SendAsync(message with { ChannelDetails = System.Text.Json.JsonElement.Parse(details.ToJsonString()) });

        delivery.Status.ShouldBe(DeliveryStatus.Refused);
        delivery.Reason!.ShouldContain("serviceHosts");
        side.TokenCalls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        side.Connector = [new(307, "", null)];

        (await channel.SayAsync(new TextPart("hi"))).Status.ShouldBe(DeliveryStatus.Refused);
        side.ConnectorCalls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_that_was_pressed_is_taken_out_of_use_before_the_answer_and_once()
    {
        var press = await channel.ReceiveAsync(Activities.Press(side.ServiceUrl, Activities.Own("answer/1/2/yes", once: true), card: "1:777"));
        var message = TestChannel.Message(press, new TextPart("Done."));

        await channel.SendAsync(message);
        await channel.SendAsync(message with { EffectId = "effect-2" });

        side.ConnectorCalls.Select(call => call.Method).ShouldBe(["PUT", "POST", "POST"]);
        var update = side.ConnectorCalls[0];
        update.Target.ShouldEndWith("/activities/1%3A777");
        update.Json["text"]!.GetValue<string>().ShouldBe("Shall I?\n→ Yes");
        update.Json["attachments"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_menu_that_was_pressed_stays()
    {
        var press = await channel.ReceiveAsync(Activities.Press(side.ServiceUrl, Activities.Own("menu/a/b/c")));

        await channel.SendAsync(TestChannel.Message(press, new TextPart("Done.")));

        side.ConnectorCalls.ShouldHaveSingleItem().Method.ShouldBe("POST");
    }

    [Fact]
    public async Task In_a_thread_the_person_is_named_and_the_text_stays_as_it_is()
    {
        var receipt = await channel.ReceiveAsync(Activities.Message(side.ServiceUrl, "hi").InThread());

        await channel.SendAsync(TestChannel.Message(receipt, new TextPart("Take *this* <now>")));

        var call = side.ConnectorCalls.ShouldHaveSingleItem();
        call.Target.ShouldBe("/connector/v3/conversations/19%3Ateam%40thread.tacv2%3Bmessageid%3D1/activities");
        call.Json["text"]!.GetValue<string>().ShouldBe(@"<at>alex</at> Take \*this\* &lt;now&gt;");
        var mention = call.Json["entities"]![0]!;
        mention["type"]!.GetValue<string>().ShouldBe("mention");
        mention["text"]!.GetValue<string>().ShouldBe("<at>alex</at>");
        mention["mentioned"]!["id"]!.GetValue<string>().ShouldBe("29:alex");
    }

    private static Answer Token(string token) => new(200, $$"""{"token_type":"Bearer","expires_in":3599,"access_token":"{{token}}"}""");
}
