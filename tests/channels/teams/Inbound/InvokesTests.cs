using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels.Teams.Tests.Inbound;

public sealed class InvokesTests : IAsyncLifetime
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
    public async Task A_card_action_gets_a_receipt_and_becomes_a_press()
    {
        var receipt = await channel.ReceiveAsync(Execute(Activities.Own("answer/1/2/yes", once: true)));

        receipt.Answer.Status.ShouldBe(200);
        var answer = Json(receipt.Answer);
        answer["statusCode"]!.GetValue<int>().ShouldBe(200);
        answer["type"]!.GetValue<string>().ShouldBe("application/vnd.microsoft.activity.message");
        answer["value"]!.GetValue<string>().ShouldBe("Angekommen.");
        var heard = receipt.Events.ShouldHaveSingleItem().ShouldBeOfType<MessageReceived>();
        heard.ChoiceToken.ShouldBe("answer/1/2/yes");
        heard.Parts.ShouldHaveSingleItem().ShouldBe(new TextPart("Yes"));
    }

    [Fact]
    public async Task A_card_action_for_somebody_else_says_so()
    {
        var data = Activities.Own("answer/1/2/yes");
        data["spark"]!["for"] = "somebody/else";

        var receipt = await channel.ReceiveAsync(Execute(data));

        receipt.Events.ShouldBeEmpty();
        Json(receipt.Answer)["value"]!.GetValue<string>().ShouldBe("Diese Frage ging an jemand anderen.");
    }

    [Fact]
    public async Task A_card_action_without_data_is_a_bad_request_in_the_clients_words()
    {
        var receipt = await channel.ReceiveAsync(Invoke("adaptiveCard/action", new JsonObject()));

        receipt.Answer.Status.ShouldBe(200);
        var answer = Json(receipt.Answer);
        answer["statusCode"]!.GetValue<int>().ShouldBe(400);
        answer["type"]!.GetValue<string>().ShouldBe("application/vnd.microsoft.error");
        answer["value"]!["code"]!.GetValue<string>().ShouldBe("BadRequest");
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    public async Task A_dialog_of_the_clients_gets_a_sentence(string name)
    {
        var receipt = await channel.ReceiveAsync(Invoke(name, new JsonObject()));

        receipt.Answer.Status.ShouldBe(200);
        receipt.Events.ShouldBeEmpty();
        Json(receipt.Answer)["task"]!["type"]!.GetValue<string>().ShouldBe("message");
        Json(receipt.Answer)["task"]!["value"]!.GetValue<string>().ShouldStartWith("Dieser Bot hat keine");
    }

    [Fact]
    public async Task Single_sign_on_is_declined_as_clients_expect_it()
    {
        var receipt = await channel.ReceiveAsync(Invoke("signin/tokenExchange", new JsonObject { ["id"] = "exchange-1", ["connectionName"] = "entra" }));

        receipt.Answer.Status.ShouldBe(412);
        Json(receipt.Answer)["id"]!.GetValue<string>().ShouldBe("exchange-1");
        Json(receipt.Answer)["failureDetail"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("signin/verifyState")]
    [InlineData("composeExtension/query")]
    [InlineData("config/fetch")]
    public async Task What_is_not_supported_says_so(string name)
    {
        var receipt = await channel.ReceiveAsync(Invoke(name, new JsonObject()));

        receipt.Answer.Status.ShouldBe(501);
        receipt.Events.ShouldBeEmpty();
        Json(receipt.Answer)["error"]!["code"]!.GetValue<string>().ShouldBe("NotSupported");
    }

    [Fact]
    public async Task Feedback_is_kept_as_an_event()
    {
        var receipt = await channel.ReceiveAsync(Invoke("message/submitAction", new JsonObject { ["actionName"] = "feedback" }));

        receipt.Answer.Status.ShouldBe(200);
        ((MessageReceived)receipt.Events.Single()).Parts.ShouldHaveSingleItem().ShouldBeOfType<EventPart>();
    }

    private static JsonNode Json(WebhookResponse response) => JsonNode.Parse(TestChannel.Text(response))!;

    private JsonObject Execute(JsonObject data) =>
        Invoke("adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "doit", ["data"] = data }, ["trigger"] = "manual" });

    private JsonObject Invoke(string name, JsonObject value)
    {
        var activity = Activities.Message(side.ServiceUrl, "");
        activity.Remove("text");
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["value"] = value;
        activity["replyToId"] = "1:0001";
        return activity;
    }
}
