using System.Text.Json;
using Spark.Channels.WebChat.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.WebChat.Tests.Activities;

public sealed class FeedTests
{
    private static readonly Choice Yes = new() { Label = "Yes", Token = "t.yes" };
    private static readonly Choice No = new() { Label = "No", Token = "t.no" };

    [Fact]
    public async Task The_persons_own_message_comes_back_as_it_was_posted()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        var receipt = await web.PostAsync(anna, """{"type":"message","text":"hello","channelData":{"clientActivityID":"c1","attachmentSizes":[]}}""");

        var own = (await web.ReadAsync(anna)).ShouldHaveSingleItem();

        own.String("id").ShouldBe(receipt.Json().String("id"));
        own.String("type").ShouldBe("message");
        own.String("text").ShouldBe("hello");
        own.GetProperty("from").String("id").ShouldBe(receipt.Events.Single().Person!.Id);
        own.GetProperty("from").String("role").ShouldBe("user");
        own.GetProperty("channelData").GetRawText().ShouldBe("""{"clientActivityID":"c1","attachmentSizes":[]}""");
        own.String("timestamp").ShouldBe("2026-03-01T12:00:00.0000000Z");
    }

    [Fact]
    public async Task Files_submits_and_events_of_the_person_come_back_in_their_own_shape()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        await web.PostAsync(anna, """{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"https://files.example.com/a.png","name":"a.png"}]}""");
        await web.PostAsync(anna, """{"type":"message","value":{"phone":"1"}}""");
        await web.PostAsync(anna, """{"type":"event","name":"ping","value":{"n":1}}""");

        var activities = await web.ReadAsync(anna);

        activities[0].GetProperty("attachments")[0].String("contentUrl").ShouldBe("https://files.example.com/a.png");
        activities[0].Has("text").ShouldBeFalse();
        activities[1].String("type").ShouldBe("message");
        activities[1].GetProperty("value").String("phone").ShouldBe("1");
        activities[1].Has("name").ShouldBeFalse();
        activities[2].String("type").ShouldBe("event");
        activities[2].String("name").ShouldBe("ping");
        activities[2].GetProperty("value").GetProperty("n").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_bot_speaks_under_its_name()
    {
        using var web = new TestChannel(TestChannel.Settings() with { BotName = "Iris" });
        var anna = await web.StartAsync();
        web.Feed.BotSays(anna.Id, "e1", "m1", new TextPart("Good day!\nHow are you?"));

        var activity = (await web.ReadAsync(anna)).ShouldHaveSingleItem();

        activity.GetRawText().ShouldBe(
            $$"""{"type":"message","id":"e1","timestamp":"2026-03-01T12:00:00.0000000Z","channelId":"directline","conversation":{"id":"{{anna.Id}}"},"from":{"id":"bot","name":"Iris","role":"bot"},"replyToId":"m1","text":"Good day!\nHow are you?","textFormat":"plain","inputHint":"acceptingInput"}""");
    }

    [Fact]
    public async Task Buttons_bring_their_token_and_links_open()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        var link = new Choice { Label = "Status", Link = new Uri("https://status.example.com/now?a=b") };
        web.Feed.BotSays(anna.Id, "e1", null, new TextPart("Did it work?"), new ChoicesPart([Yes, link]));

        var activity = (await web.ReadAsync(anna)).ShouldHaveSingleItem();

        activity.String("text").ShouldBe("Did it work?");
        activity.String("inputHint").ShouldBe("expectingInput");
        var actions = activity.GetProperty("suggestedActions").GetProperty("actions");
        actions[0].GetRawText().ShouldBe("""{"type":"messageBack","title":"Yes","displayText":"Yes","text":"Yes","value":{"token":"t.yes"}}""");
        actions[1].GetRawText().ShouldBe("""{"type":"openUrl","title":"Status","value":"https://status.example.com/now?a=b"}""");
    }

    [Fact]
    public async Task Choices_of_several_messages_stand_under_the_last_and_none_is_lost()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Feed.BotSays(anna.Id, "e1", null, new TextPart("A question"), new ChoicesPart([Yes, No]));
        web.Feed.BotSays(anna.Id, "e2", null, new TextPart("And a menu"), new ChoicesPart([new Choice { Label = "Help", Token = "t.help" }]));
        web.Feed.BotSays(anna.Id, "e3", null, new TextPart("Take your time"));
        web.Feed.BotSays(anna.Id, "e4", null, new EventPart("asked", default));

        var activities = await web.ReadAsync(anna);

        activities.Where(activity => activity.Has("suggestedActions")).ShouldHaveSingleItem().String("id").ShouldBe("e3");
        Labels(activities[2]).ShouldBe(["Yes", "No", "Help"]);
    }

    [Fact]
    public async Task Choices_do_not_pass_what_the_person_says()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Feed.BotSays(anna.Id, "e1", null, new TextPart("Yes or no?"), new ChoicesPart([Yes, No]));
        await web.PostAsync(anna, """{"type":"message","text":"Yes"}""");
        web.Feed.BotSays(anna.Id, "e2", null, new TextPart("Fine."));

        var activities = await web.ReadAsync(anna);

        Labels(activities[0]).ShouldBe(["Yes", "No"]);
        activities[2].Has("suggestedActions").ShouldBeFalse();
    }

    [Fact]
    public async Task A_question_asked_again_shows_its_buttons_once_with_the_newest_tokens()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Feed.BotSays(anna.Id, "e1", null, new ChoicesPart([Yes, No]));
        web.Feed.BotSays(anna.Id, "e2", null, new TextPart("Still there?"), new ChoicesPart([Yes with { Token = "t2.yes" }, No with { Token = "t2.no" }]));

        var last = (await web.ReadAsync(anna))[1];

        Labels(last).ShouldBe(["Yes", "No"]);
        last.GetProperty("suggestedActions").GetProperty("actions")[0].GetProperty("value").String("token").ShouldBe("t2.yes");
    }

    [Fact]
    public async Task Cards_and_files_become_attachments_of_the_same_message()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        var card = JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.4","body":[]}""");
        web.Feed.BotSays(
            anna.Id, "e1", null,
            new TextPart("Your ticket"), new TextPart("and its manual:"), new CardPart(card, "Ticket 12"),
            new FilePart("manual.pdf", "application/pdf", new Uri("https://files.example.com/manual.pdf")), new ChoicesPart([Yes]));

        var activity = (await web.ReadAsync(anna)).ShouldHaveSingleItem();

        activity.String("text").ShouldBe("Your ticket\nand its manual:");
        activity.String("summary").ShouldBe("Ticket 12");
        var attachments = activity.GetProperty("attachments");
        attachments[0].String("contentType").ShouldBe("application/vnd.microsoft.card.adaptive");
        attachments[0].GetProperty("content").GetRawText().ShouldBe(card.GetRawText());
        attachments[1].GetRawText().ShouldBe("""{"contentType":"application/pdf","contentUrl":"https://files.example.com/manual.pdf","name":"manual.pdf"}""");
        Labels(activity).ShouldBe(["Yes"]);
    }

    [Fact]
    public async Task What_one_activity_cannot_show_in_order_becomes_several()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        var file = new FilePart("a.txt", "text/plain", new Uri("https://files.example.com/a.txt"));
        web.Feed.BotSays(
            anna.Id, "e1", null,
            new ChoicesPart([Yes]), file, new TextPart("That was a file."), new EventPart("shown", JsonElement.Parse("""{"n":1}""")), new TextPart("Bye."));

        var activities = await web.ReadAsync(anna);

        activities.Select(activity => activity.String("id")).ShouldBe(["e1", "e1.1", "e1.2", "e1.3"]);
        activities.Select(activity => activity.String("type")).ShouldBe(["message", "message", "event", "message"]);
        activities[1].String("text").ShouldBe("That was a file.");
        activities[2].String("name").ShouldBe("shown");
        activities[2].GetProperty("value").GetRawText().ShouldBe("""{"n":1}""");
        Labels(activities[3]).ShouldBe(["Yes"]);
    }

    [Fact]
    public async Task A_watermark_goes_on_where_the_last_page_ended()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Feed.BotSays(anna.Id, "e1", null, new TextPart("One"));
        var first = (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", anna.Token, watermark: "")).Json();
        web.Feed.BotSays(anna.Id, "e2", null, new TextPart("Two"));

        var second = (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", anna.Token, watermark: first.String("watermark"))).Json();
        var third = (await web.DirectLineAsync("GET", $"conversations/{anna.Id}/activities", anna.Token, watermark: second.String("watermark"))).Json();

        first.String("watermark").ShouldBe("1");
        second.GetProperty("activities").EnumerateArray().ShouldHaveSingleItem().String("text").ShouldBe("Two");
        third.GetProperty("activities").GetArrayLength().ShouldBe(0);
        third.String("watermark").ShouldBe("2");
    }

    [Fact]
    public async Task A_page_holds_a_hundred_entries()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        for (var i = 0; i < 150; i++)
        {
            web.Feed.BotSays(anna.Id, $"e{i}", null, new TextPart("More"));
        }

        (await web.ReadAsync(anna)).Count.ShouldBe(100);
        (await web.ReadAsync(anna, "100")).Count.ShouldBe(50);
        web.Feed.Limits.ShouldContain(100);
    }

    private static IEnumerable<string?> Labels(JsonElement activity) =>
        activity.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray().Select(action => action.String("title"));
}
