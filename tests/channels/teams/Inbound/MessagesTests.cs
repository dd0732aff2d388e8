using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Teams.Tests.Inbound;

public sealed class MessagesTests : IAsyncLifetime
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
    public async Task A_message_becomes_an_event_with_its_person_language_and_time_zone()
    {
        var activity = Activities.Message(side.ServiceUrl, "Mein Laptop startet nicht");

        var heard = await channel.AcceptAsync<MessageReceived>(activity);

        heard.ConversationId.ShouldBe(Activities.PersonalChat);
        heard.MessageId.ShouldBe(activity["id"]!.GetValue<string>());
        heard.Keys.ShouldBe([heard.MessageId]);
        heard.Parts.ShouldHaveSingleItem().ShouldBe(new TextPart("Mein Laptop startet nicht"));
        heard.Person.ShouldBe(new Person { Id = Activities.Alex, Name = "Alex Wilber", Language = "de-CH", TimeZone = "Europe/Zurich", Verified = true, Identity = $"entra:{Activities.Alex}" });
        var details = heard.ChannelDetails!.Value;
        details.GetProperty("conversationType").GetString().ShouldBe("personal");
        details.GetProperty("tenantId").GetString().ShouldBe(Activities.Tenant);
        details.GetProperty("user").GetProperty("aadObjectId").GetString().ShouldBe(Activities.AlexObjectId);
    }

    [Theory]
    [InlineData("<at>IT assistant</at> hello", "hello")]
    [InlineData("hello <at>it ASSISTANT</at>", "hello")]
    [InlineData("<at>IT assistant</at>  two <at>IT assistant</at> words", "two  words")]
    public async Task The_bots_own_name_is_taken_out_of_the_text(string said, string heard)
    {
        var activity = Activities.Message(side.ServiceUrl, said).InThread();
        activity["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = $"28:{Activities.AppId}", ["name"] = "IT assistant" }, ["text"] = "<at>IT assistant</at>" });

        (await channel.AcceptAsync<MessageReceived>(activity)).Parts.ShouldHaveSingleItem().ShouldBe(new TextPart(heard));
    }

    [Fact]
    public async Task Other_peoples_names_stay()
    {
        var activity = Activities.Message(side.ServiceUrl, "ask <at>Megan</at>").InThread();
        activity["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = "29:megan", ["name"] = "Megan" }, ["text"] = "<at>Megan</at>" });

        (await channel.AcceptAsync<MessageReceived>(activity)).Parts.ShouldHaveSingleItem().ShouldBe(new TextPart("ask <at>Megan</at>"));
    }

    [Fact]
    public async Task In_a_thread_each_person_has_a_conversation_of_their_own_and_is_not_proved()
    {
        var alex = await channel.AcceptAsync<MessageReceived>(Activities.Message(side.ServiceUrl, "hi").InThread());
        var megan = await channel.AcceptAsync<MessageReceived>(Activities.Message(side.ServiceUrl, "hi").InThread("megan", "aaaaaaaa-0000-4000-8000-000000000002"));
        var alone = await channel.AcceptAsync<MessageReceived>(Activities.Message(side.ServiceUrl, "hi"));

        alex.ConversationId.ShouldBe($"19:team@thread.tacv2;messageid=1|{Activities.Alex}");
        new[] { alex.ConversationId, megan.ConversationId, alone.ConversationId }.Distinct().Count().ShouldBe(3);
        alex.Person!.Verified.ShouldBeFalse();
        alone.Person!.Verified.ShouldBeTrue();
        alex.ChannelDetails!.Value.GetProperty("conversationType").GetString().ShouldBe("channel");
    }

    [Fact]
    public async Task A_press_brings_its_token_and_its_label()
    {
        var heard = await channel.AcceptAsync<MessageReceived>(Activities.Press(side.ServiceUrl, Activities.Own("answer/1/2/yes", once: true)));

        heard.ChoiceToken.ShouldBe("answer/1/2/yes");
        heard.Parts.ShouldHaveSingleItem().ShouldBe(new TextPart("Yes"));
        heard.ChannelDetails!.Value.GetProperty("pressed").GetProperty("activityId").GetString().ShouldBe("1:0001");
    }

    [Fact]
    public async Task The_same_press_under_a_new_id_is_the_same_within_a_minute_and_another_after_it()
    {
        var first = await channel.AcceptAsync<MessageReceived>(Activities.Press(side.ServiceUrl, Activities.Own("menu/welcome/hello/wifi")));
        channel.Clock.Advance(TimeSpan.FromSeconds(59));
        var again = await channel.AcceptAsync<MessageReceived>(Activities.Press(side.ServiceUrl, Activities.Own("menu/welcome/hello/wifi")));
        channel.Clock.Advance(TimeSpan.FromSeconds(32));
        var later = await channel.AcceptAsync<MessageReceived>(Activities.Press(side.ServiceUrl, Activities.Own("menu/welcome/hello/wifi")));
        var other = await channel.AcceptAsync<MessageReceived>(Activities.Press(side.ServiceUrl, Activities.Own("menu/welcome/hello/problem")));
        var otherCard = await channel.AcceptAsync<MessageReceived>(Activities.Press(side.ServiceUrl, Activities.Own("menu/welcome/hello/wifi"), card: "1:0002"));

        first.Keys.Intersect(again.Keys).ShouldNotBeEmpty();
        first.Keys.Intersect(later.Keys).ShouldBeEmpty();
        first.Keys.Intersect(other.Keys).ShouldBeEmpty();
        later.Keys.Intersect(otherCard.Keys).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_comes_again_is_left_to_the_bot_which_says_that_it_was_answered()
    {
        var first = await channel.AcceptAsync<MessageReceived>(Activities.Press(side.ServiceUrl, Activities.Own("answer/1/2/yes", once: true)));
        var again = await channel.AcceptAsync<MessageReceived>(Activities.Press(side.ServiceUrl, Activities.Own("answer/1/2/yes", once: true)));

        first.Keys.Intersect(again.Keys).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_answers_what_somebody_else_was_asked()
    {
        var data = Activities.Own("answer/1/2/yes");
        data["spark"]!["for"] = Activities.Alex;

        var theirs = await channel.ReceiveAsync(Activities.Press(side.ServiceUrl, (JsonObject)data.DeepClone()).InThread("megan", "aaaaaaaa-0000-4000-8000-000000000002"));
        var own = await channel.ReceiveAsync(Activities.Press(side.ServiceUrl, (JsonObject)data.DeepClone()).InThread());

        theirs.Answer.Status.ShouldBe(200);
        theirs.Events.ShouldBeEmpty();
        own.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_filled_into_a_card_of_the_bots_own_arrives_as_an_event()
    {
        var heard = await channel.AcceptAsync<MessageReceived>(Activities.Press(side.ServiceUrl, new JsonObject { ["room"] = "3.14" }));

        heard.ChoiceToken.ShouldBeNull();
        var part = heard.Parts.ShouldHaveSingleItem().ShouldBeOfType<EventPart>();
        part.Name.ShouldBe("submit");
        part.Value.GetProperty("room").GetString().ShouldBe("3.14");
        heard.Keys.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Files_arrive_by_address_and_the_text_as_html_does_not()
    {
        var activity = Activities.Message(side.ServiceUrl, "see here");
        activity["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>see here</p>" },
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["name"] = "error.png",
                ["contentUrl"] = "https://contoso.sharepoint.com/personal/error.png",
                ["content"] = new JsonObject { ["downloadUrl"] = "https://contoso.sharepoint.com/download?x=1", ["uniqueId"] = "1", ["fileType"] = "png" },
            });

        var parts = (await channel.AcceptAsync<MessageReceived>(activity)).Parts;

        parts[1].ShouldBe(new FilePart("error.png", "image/png", new Uri("https://contoso.sharepoint.com/download?x=1")));
        parts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Half_a_character_is_mended()
    {
        var body = Activities.Message(side.ServiceUrl, "cut X here").ToJsonString().Replace("cut X", """cut \ud83d""", StringComparison.Ordinal);
        var request = channel.Forge().Request() with { Body = System.Text.Encoding.UTF8.GetBytes(body) };

        var receipt = await channel.ReceiveAsync(request);

        ((MessageReceived)receipt.Events.Single()).Parts.ShouldHaveSingleItem().ShouldBe(new TextPart("cut � here"));
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    public async Task What_asks_for_no_answer_is_kept_as_an_event(string type)
    {
        var heard = await channel.AcceptAsync<MessageReceived>(Activities.Frame(type, side.ServiceUrl));

        heard.Parts.ShouldHaveSingleItem().ShouldBeOfType<EventPart>().Name.ShouldBe(type);
    }

    [Fact]
    public async Task A_named_event_keeps_its_name()
    {
        var activity = Activities.Frame("event", side.ServiceUrl);
        activity["name"] = "application/vnd.microsoft.readReceipt";

        (await channel.AcceptAsync<MessageReceived>(activity)).Parts.ShouldHaveSingleItem().ShouldBeOfType<EventPart>().Name.ShouldBe("application/vnd.microsoft.readReceipt");
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task What_says_nothing_is_answered_and_dropped(string type)
    {
        var receipt = await channel.ReceiveAsync(Activities.Frame(type, side.ServiceUrl));

        receipt.Answer.Status.ShouldBe(200);
        receipt.Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_name_another_resource_is_refused(string id)
    {
        var activity = Activities.Message(side.ServiceUrl, "hi");
        activity["conversation"]!["id"] = id;

        (await channel.ReceiveAsync(activity)).Answer.Status.ShouldBe(400);
    }
}
