using System.Text.Json;
using Spark.Channels.WebChat.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.WebChat.Tests.Activities;

public sealed class PostingTests
{
    [Fact]
    public async Task A_message_reaches_the_bot_as_web_chat_sends_it()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();

        var receipt = await web.PostAsync(anna, """
            {"attachments":[],"channelData":{"attachmentSizes":[],"clientActivityID":"vzaephhv4p"},"text":"hello","textFormat":"plain","type":"message",
             "channelId":"webchat","from":{"id":"r_forged","name":"Alice","role":"user"},"locale":"en-US","localTimestamp":"2026-03-01T12:00:00+00:00",
             "localTimezone":"Europe/Brussels","entities":[{"type":"ClientCapabilities","requiresBotState":true}]}
            """);

        receipt.Answer.Status.ShouldBe(200);
        var id = receipt.Json().String("id")!;
        id.ShouldStartWith($"{anna.Id}|");
        var message = receipt.Events.ShouldHaveSingleItem().ShouldBeOfType<MessageReceived>();
        message.ConversationId.ShouldBe(anna.Id);
        message.MessageId.ShouldBe(id);
        message.Keys.ShouldBe([id, "client:vzaephhv4p"]);
        message.Parts.ShouldBe([new TextPart("hello")]);
        message.ChoiceToken.ShouldBeNull();
        message.Echo!.Value.String("clientActivityID").ShouldBe("vzaephhv4p");
        message.Person!.Id.ShouldStartWith("dl_");
        message.Person.Name.ShouldBe("Alice");
        message.Person.Language.ShouldBe("en-US");
        message.Person.TimeZone.ShouldBe("Europe/Brussels");
    }

    [Fact]
    public async Task The_name_in_the_token_counts_more_than_what_the_client_says()
    {
        using var web = new TestChannel();
        var started = (await web.DirectLineAsync("POST", "conversations", TestChannel.Secret, """{"user":{"id":"dl_anna","name":"Anna"}}""")).Json();

        var receipt = await web.PostAsync((started.String("conversationId")!, started.String("token")!), """{"type":"message","text":"hi","from":{"name":"The boss"}}""");

        receipt.Events.Single().Person!.Name.ShouldBe("Anna");
    }

    [Fact]
    public async Task The_same_activity_posted_again_gets_the_same_id()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        const string activity = """{"type":"message","text":"hi","channelData":{"clientActivityID":"a1"}}""";

        var first = await web.PostAsync(anna, activity);
        var again = await web.PostAsync(anna, activity);
        var other = await web.PostAsync(anna, activity.Replace("a1", "a2", StringComparison.Ordinal));
        var elsewhere = await web.PostAsync(await web.StartAsync(), activity);

        again.Json().String("id").ShouldBe(first.Json().String("id"));
        again.Events.Single().Keys.ShouldBe(first.Events.Single().Keys);
        other.Json().String("id").ShouldDifferFrom(first.Json().String("id"));
        elsewhere.Json().String("id").ShouldDifferFrom(first.Json().String("id"));
        (await web.ReadAsync(anna)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_reference_of_the_client_every_post_is_new()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();

        var first = await web.PostAsync(anna, """{"type":"message","text":"hi"}""");
        var second = await web.PostAsync(anna, """{"type":"message","text":"hi"}""");

        second.Json().String("id").ShouldDifferFrom(first.Json().String("id"));
        first.Events.Single().Keys.ShouldBe([first.Json().String("id")!]);
    }

    [Fact]
    public async Task A_pressed_button_brings_its_token_back()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();

        var message = await MessageAsync(web, anna, """
            {"type":"message","text":"Yes","value":{"token":"ep1.3.0"},"channelData":{"messageBack":{"displayText":"Yes"},"clientActivityID":"b1"}}
            """);

        message.ChoiceToken.ShouldBe("ep1.3.0");
        message.Parts.ShouldBe([new TextPart("Yes")]);
    }

    [Fact]
    public async Task A_label_that_was_typed_is_only_text()
    {
        using var web = new TestChannel();

        var message = await MessageAsync(web, await web.StartAsync(), """{"type":"message","text":"Yes"}""");

        message.ChoiceToken.ShouldBeNull();
        message.Parts.ShouldBe([new TextPart("Yes")]);
    }

    [Fact]
    public async Task What_was_filled_into_a_card_arrives_as_an_event_part()
    {
        using var web = new TestChannel();

        var message = await MessageAsync(web, await web.StartAsync(), """{"type":"message","value":{"phone":"+32 470","token":"ep1.4.0"}}""");

        message.ChoiceToken.ShouldBe("ep1.4.0");
        var submit = message.Parts.ShouldHaveSingleItem().ShouldBeOfType<EventPart>();
        submit.Name.ShouldBe("submit");
        submit.Value.String("phone").ShouldBe("+32 470");
    }

    [Theory]
    [InlineData("""{"token":5}""")]
    [InlineData("\"ep1.4.0\"")]
    [InlineData("""{"token":"\ud800"}""")]
    [InlineData("[1]")]
    public async Task A_value_that_holds_no_token_of_ours_presses_no_button(string value)
    {
        using var web = new TestChannel();

        var message = await MessageAsync(web, await web.StartAsync(), $$"""{"type":"message","value":{{value}}}""");

        message.ChoiceToken.ShouldBeNull();
        message.Parts.ShouldHaveSingleItem().ShouldBeOfType<EventPart>();
    }

    [Fact]
    public async Task Attachments_by_address_become_files_and_others_do_not()
    {
        using var web = new TestChannel();

        var message = await MessageAsync(web, await web.StartAsync(), """
            {"type":"message","text":"see","attachments":[
              {"contentType":"image/png","contentUrl":"https://files.example.com/a/shot.png","name":"screen.png"},
              {"contentUrl":"https://files.example.com/a/log.txt"},
              {"contentType":"image/png","contentUrl":"data:image/png;base64,AAAA","name":"inline.png"},
              {"contentType":"text/plain","contentUrl":"file:///etc/passwd"},
              {"contentType":"application/vnd.microsoft.card.hero","content":{}}]}
            """);

        message.Parts.ShouldBe(
        [
            new TextPart("see"),
            new FilePart("screen.png", "image/png", new Uri("https://files.example.com/a/shot.png")),
            new FilePart("log.txt", "application/octet-stream", new Uri("https://files.example.com/a/log.txt")),
        ]);
    }

    [Fact]
    public async Task An_event_of_the_page_reaches_the_bot_by_name()
    {
        using var web = new TestChannel();

        var message = await MessageAsync(web, await web.StartAsync(), """{"type":"event","name":"page-opened","value":{"token":"no choice","page":"/vpn"}}""");

        message.ChoiceToken.ShouldBeNull();
        var part = message.Parts.ShouldHaveSingleItem().ShouldBeOfType<EventPart>();
        part.Name.ShouldBe("page-opened");
        part.Value.String("page").ShouldBe("/vpn");
    }

    [Fact]
    public async Task An_event_without_data_has_none()
    {
        using var web = new TestChannel();

        var message = await MessageAsync(web, await web.StartAsync(), """{"type":"event","name":"ping"}""");

        message.Parts.ShouldHaveSingleItem().ShouldBeOfType<EventPart>().Value.ValueKind.ShouldBe(JsonValueKind.Undefined);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("conversationUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task Other_activities_are_accepted_and_ignored(string type)
    {
        using var web = new TestChannel();

        var receipt = await web.PostAsync(await web.StartAsync(), $$"""{"type":"{{type}}","text":"not heard"}""");

        receipt.Answer.Status.ShouldBe(200);
        receipt.Json().String("id").ShouldNotBeNullOrEmpty();
        receipt.Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":"message","text":5}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","channelData":{"clientActivityID":5}}""")]
    public async Task What_is_no_activity_is_refused(string body)
    {
        using var web = new TestChannel();

        (await web.PostAsync(await web.StartAsync(), body)).ShouldBeRefused(400, "MalformedData");
    }

    [Fact]
    public async Task A_reference_of_the_client_may_be_long_but_not_endless()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();

        (await web.PostAsync(anna, Referring(128))).Events.Count.ShouldBe(1);
        (await web.PostAsync(anna, Referring(129))).ShouldBeRefused(400, "MalformedData");

        static string Referring(int length) =>
            $$"""{"type":"message","channelData":{"clientActivityID":"{{new string('a', length)}}"},"text":"hi"}""";
    }

    private static async Task<MessageReceived> MessageAsync(TestChannel web, (string Id, string Token) conversation, string activity)
    {
        var receipt = await web.PostAsync(conversation, activity);
        receipt.Answer.Status.ShouldBe(200);
        return receipt.Events.ShouldHaveSingleItem().ShouldBeOfType<MessageReceived>();
    }
}
