using Spark.Channels.WebChat.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.WebChat.Tests.Activities;

/// <summary>Carousels, lists, typing, places and what is hidden.</summary>
public sealed class RichMessagesTests
{
    [Fact]
    public async Task Items_are_cards_side_by_side_or_in_a_list_and_the_choices_below_stay()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        var item = new Item
        {
            Title = "A phone", Subtitle = "Black", Image = new Uri("https://acme.example/p.png"), Link = new Uri("https://acme.example/p"),
            Choices = [new Choice { Label = "Take it", Token = "t.take" }],
        };
        web.Feed.BotSays(anna.Id, "e1", null, new TextPart("Choose."), new ItemsPart([item, new Item { Title = "None" }], ItemsLayout.Carousel), new ChoicesPart([new Choice { Label = "Help", Token = "t.help" }]));

        var activity = (await web.ReadAsync(anna)).ShouldHaveSingleItem();

        activity.String("text").ShouldBe("Choose.");
        activity.String("attachmentLayout").ShouldBe("carousel");
        var card = activity.GetProperty("attachments")[0];
        card.String("contentType").ShouldBe("application/vnd.microsoft.card.hero");
        card.GetProperty("content").GetRawText().ShouldBe(
            """{"title":"A phone","subtitle":"Black","images":[{"url":"https://acme.example/p.png"}],"buttons":[{"type":"messageBack","title":"Take it","displayText":"Take it","text":"Take it","value":{"token":"t.take"}}],"tap":{"type":"openUrl","title":"A phone","value":"https://acme.example/p"}}""");
        activity.GetProperty("suggestedActions").GetProperty("actions")[0].String("title").ShouldBe("Help");
    }

    [Fact]
    public async Task A_text_ends_with_its_last_word()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Feed.BotSays(anna.Id, "e1", null, new TextPart("In two steps:\n1. Sign out.\n"), new TextPart("2. Sign in.\n"));

        (await web.ReadAsync(anna)).ShouldHaveSingleItem().String("text").ShouldBe("In two steps:\n1. Sign out.\n2. Sign in.");
    }

    [Fact]
    public async Task Typing_is_told_to_the_page_with_the_message()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        web.Feed.BotSays(anna.Id, "e1", null, new TypingPart(TimeSpan.FromSeconds(2)), new TextPart("Here it is."));

        (await web.ReadAsync(anna)).ShouldHaveSingleItem().GetProperty("channelData").GetRawText().ShouldBe("""{"delay":2000}""");
    }

    [Fact]
    public async Task A_place_among_the_entities_is_a_location()
    {
        using var web = new TestChannel();
        var anna = await web.StartAsync();
        var receipt = await web.PostAsync(anna, """{"type":"message","entities":[{"type":"mention"},{"type":"Place","name":"Ghent","geo":{"type":"GeoCoordinates","latitude":51.05,"longitude":3.72}}]}""");

        ((MessageReceived)receipt.Events.Single()).Parts.ShouldHaveSingleItem().ShouldBe(new LocationPart(51.05, 3.72) { Name = "Ghent" });
    }
}
