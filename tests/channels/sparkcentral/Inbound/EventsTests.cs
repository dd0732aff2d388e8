using System.Text.Json;
using Spark.Channels.Sparkcentral.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Tests.Inbound;

public sealed class EventsTests
{
    private const string StartedData =
        """
        {
          "conversationId": "0-02a1b3c4d5e-000-77aa00ff",
          "medium": {"id": "smooch-rtm"},
          "channel": {"id": "0-01c6421333d-000-4a29abb0", "name": "Acme web messenger"},
          "contactProfile": {
            "id": "0-02a1b3c4000-000-11bb22cc", "mediumContactProfileId": "cd067e88519ab323b15c9944",
            "primaryIdentifier": "Ada", "secondaryIdentifier": "", "pictureUrl": "https://img.example/ada.png", "vip": false
          },
          "contactAttributes": [
            {"attribute": "smooch-rtm-browser-language", "value": "nl-BE", "source": "MEDIUM"},
            {"attribute": "account_number", "value": null, "source": "CRM_CONFIRMED"}
          ]
        }
        """;

    private const string Details =
        """{"channelId":"0-01c6421333d-000-4a29abb0","medium":"smooch-rtm","contactProfile":{"id":"0-02a1b3c4000-000-11bb22cc","mediumContactProfileId":"cd067e88519ab323b15c9944","primaryIdentifier":"Ada","secondaryIdentifier":"","pictureUrl":"https://img.example/ada.png","vip":false},"contactAttributes":[{"attribute":"smooch-rtm-browser-language","value":"nl-BE","source":"MEDIUM"},{"attribute":"account_number","source":"CRM_CONFIRMED"}]}""";

    [Fact]
    public async Task A_started_conversation_waits_for_the_persons_first_message()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        var started = (await channel.ReceiveAsync(Vectors.Event("CONVERSATION_STARTED", StartedData))).ShouldAccept<ConversationStarted>();

        started.BotSpeaksFirst.ShouldBeFalse();
        started.ConversationId.ShouldBe("0-02a1b3c4d5e-000-77aa00ff");
        started.Keys.ShouldBe(["key-1"]);
        started.Person.ShouldBe(new Person { Id = "0-02a1b3c4000-000-11bb22cc", Name = "Ada" });
        started.ChannelDetails.ShouldNotBeNull().GetRawText().ShouldBe(Details);
    }

    [Fact]
    public async Task A_delegated_conversation_tells_the_same()
    {
        using var channel = new TestChannel(TestChannel.Answering);
        var data = StartedData.Replace("\"medium\":", "\"language\": \"nl\", \"medium\":", StringComparison.Ordinal);

        var delegated = (await channel.ReceiveAsync(Vectors.Event("CONVERSATION_DELEGATED", data))).ShouldAccept<ConversationDelegated>();

        delegated.ConversationId.ShouldBe("0-02a1b3c4d5e-000-77aa00ff");
        delegated.Keys.ShouldBe(["key-1"]);
        delegated.Person.ShouldNotBeNull().Language.ShouldBe("nl");
        delegated.ChannelDetails.ShouldNotBeNull().GetRawText().ShouldBe(Details);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","contactProfile":null,"contactAttributes":null,"channel":null,"medium":null""")]
    [InlineData(""","contactProfile":{"id":""},"contactAttributes":{},"channel":"x","medium":[]""")]
    public async Task A_started_conversation_without_particulars_is_accepted(string more)
    {
        using var channel = new TestChannel(TestChannel.Answering);

        var started = (await channel.ReceiveAsync(Vectors.Event("CONVERSATION_STARTED", $$"""{"conversationId":"c"{{more}}}"""))).ShouldAccept<ConversationStarted>();

        started.Person.ShouldBeNull();
        started.ChannelDetails.ShouldNotBeNull().GetProperty("contactAttributes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_shortest_message_is_known_by_its_idempotency_key()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        var message = (await channel.ReceiveAsync(Vectors.Event("INBOUND_MESSAGE_RECEIVED", """{"conversationId":"c","message":{"text":"Hello"}}"""))).ShouldAccept<MessageReceived>();

        message.MessageId.ShouldBe("key-1");
        message.Keys.ShouldBe(["key-1"]);
        message.Parts.ShouldBe([new TextPart("Hello")]);
        message.Person.ShouldBeNull();
        message.ChoiceToken.ShouldBeNull();
        message.ChannelDetails.ShouldBeNull();
    }

    [Fact]
    public async Task The_fullest_message_is_read_whole()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        var message = (await channel.ReceiveAsync(Vectors.Event(
            "INBOUND_MESSAGE_RECEIVED",
            """
            {"conversationId":"0ad42eef-a806-11eb-9642-000000000001",
             "message":{"messageId":"m-1","text":"Sales","payload":"MENU_SALES","later":{"field":1}},
             "trigger":null,"conversationTopics":["Billing"],"language":"nl-BE",
             "channel":{"id":"0-02534c5ac04-000-261ad914","name":"Acme"},"medium":{"id":"rtm"},
             "contactProfile":{"id":"p-1","primaryIdentifier":"Ada","secondaryIdentifier":"+3200000000"}}
            """))).ShouldAccept<MessageReceived>();

        message.MessageId.ShouldBe("m-1");
        message.Keys.ShouldBe(["key-1"]);
        message.Parts.ShouldBe([new TextPart("Sales")]);
        message.ChoiceToken.ShouldBe("MENU_SALES");
        message.Person.ShouldBe(new Person { Id = "p-1", Name = "Ada", Language = "nl-BE" });

        // It knows neither attributes nor vip: the details of STARTED must not be replaced by less.
        message.ChannelDetails.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"conversationId":"c","message":{"text":""}}""")]
    [InlineData("""{"conversationId":"c","message":{"text":null}}""")]
    [InlineData("""{"conversationId":"c","message":{"text":7}}""")]
    [InlineData("""{"conversationId":"c","message":{}}""")]
    [InlineData("""{"conversationId":"c","message":null}""")]
    [InlineData("""{"conversationId":"c"}""")]
    public async Task A_message_without_text_arrives_without_content(string data)
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Event("INBOUND_MESSAGE_RECEIVED", data))).ShouldAccept<MessageReceived>().Parts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CONVERSATION_RESOLVED")]
    [InlineData("conversation_started")]
    [InlineData("")]
    public async Task An_unknown_type_is_answered_and_ignored(string type)
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Event(type, """{"conversationId":"c"}"""))).ShouldIgnore();
        channel.Logs.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("1.5")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    public async Task Another_version_is_answered_and_ignored_with_a_warning(string version)
    {
        using var channel = new TestChannel(TestChannel.Answering);
        var body = Vectors.V1.Replace("\"version\":1", $"\"version\":{version}", StringComparison.Ordinal);

        (await channel.ReceiveAsync(Vectors.Signed(body))).ShouldIgnore();
        channel.Logs.Warnings.ShouldHaveSingleItem().ShouldContain("version");
    }

    [Theory]
    [InlineData("CONVERSATION_STARTED")]
    [InlineData("CONVERSATION_DELEGATED")]
    [InlineData("INBOUND_MESSAGE_RECEIVED")]
    public async Task A_known_type_needs_a_conversation_id_and_an_idempotency_key(string type)
    {
        using var channel = new TestChannel(TestChannel.Answering);
        var whole = $$$"""{"timestamp":"2024-05-06T07:08:09Z","idempotencyKey":"key-1","version":1,"type":"{{{type}}}","data":{"conversationId":"c"}}""";

        var keyless = await channel.ReceiveAsync(Vectors.Signed(whole.Replace("key-1", "", StringComparison.Ordinal)));
        var idless = await channel.ReceiveAsync(Vectors.Signed(whole.Replace("\"c\"", "null", StringComparison.Ordinal)));
        var dataless = await channel.ReceiveAsync(Vectors.Signed(whole.Replace("""{"conversationId":"c"}""", "[]", StringComparison.Ordinal)));
        var accepted = await channel.ReceiveAsync(Vectors.Signed(whole));

        keyless.ShouldRefuse(400, $"idempotencyKey of {type} is missing.");
        idless.ShouldRefuse(400, $"data.conversationId of {type} is missing.");
        dataless.ShouldRefuse(400, $"data.conversationId of {type} is missing.");
        accepted.Events.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    public async Task An_id_that_would_leave_its_place_in_a_path_is_refused(string id)
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Event("INBOUND_MESSAGE_RECEIVED", $$"""{"conversationId":"{{id}}"}"""))).ShouldRefuse(400);
        (await channel.ReceiveAsync(Vectors.Event("INBOUND_MESSAGE_RECEIVED", $$"""{"conversationId":"{{id}}c"}"""))).ShouldAccept<MessageReceived>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"timestamp\":")]
    public async Task What_is_no_json_object_is_refused(string body)
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Signed(body))).ShouldRefuse(400);
    }

    [Fact]
    public async Task What_is_no_utf8_is_refused()
    {
        using var channel = new TestChannel(TestChannel.Answering);

        (await channel.ReceiveAsync(Vectors.Signed([(byte)'"', 0xC3, 0x28, (byte)'"']))).ShouldRefuse(400, "The body is not UTF-8.");
    }

    [Theory]
    [InlineData(@"half \ud83d", "half \ufffd")]
    [InlineData(@"half \uD83D\n", "half \ufffd\n")]
    [InlineData(@"\ude00 half", "\ufffd half")]
    [InlineData(@"\ud83d\ud83d\ude00", "\ufffd😀")]
    [InlineData(@"whole \ud83d\ude00", "whole 😀")]
    [InlineData(@"no escape \\ud83d", @"no escape \ud83d")]
    public async Task Half_a_character_becomes_a_replacement_character(string escaped, string text)
    {
        using var channel = new TestChannel(TestChannel.Answering);

        var message = (await channel.ReceiveAsync(Vectors.Event(
            "INBOUND_MESSAGE_RECEIVED", $$$"""{"conversationId":"c","message":{"text":"{{{escaped}}}"}}"""))).ShouldAccept<MessageReceived>();

        message.Parts.ShouldBe([new TextPart(text)]);
    }

    [Fact]
    public async Task What_was_received_outlives_the_requests_body()
    {
        using var channel = new TestChannel(TestChannel.Answering);
        var body = Vectors.Event("CONVERSATION_STARTED", StartedData).Body.ToArray();

        var started = (await channel.ReceiveAsync(Vectors.Signed(body))).ShouldAccept<ConversationStarted>();
        body.AsSpan().Clear();

        JsonSerializer.Serialize(started.ChannelDetails).ShouldBe(Details);
    }
}
