using Spark.Channels.WebChat.Activities;
using Spark.Messages;

namespace Spark.Channels.WebChat.Tests.Activities;

public sealed class PreviewTests
{
    [Fact]
    public void Buttons_stand_below_the_message_and_items_on_cards()
    {
        var item = new Item { Title = "Desk", Subtitle = "3rd floor", Link = new("https://example.com/desk"), Choices = [new() { Label = "Take it", Token = "ask/1" }] };
        var previews = WebChatPreview.Show(new()
        {
            ConversationId = "c",
            EffectId = "e",
            Language = "en",
            Parts = [new TextPart("Choose <b>one</b>"), new ItemsPart([item], ItemsLayout.Carousel), new ChoicesPart([new() { Label = "None", Token = "ask/2" }])],
        });

        var preview = previews.ShouldHaveSingleItem();
        preview.Shown[0].ShouldBe(new TextPart("Choose <b>one</b>"));
        var shown = preview.Shown[1].ShouldBeOfType<ItemsPart>().Items.ShouldHaveSingleItem();
        (shown.Title, shown.Subtitle, shown.Link, shown.Choices.Single().Label).ShouldBe(("Desk", "3rd floor", new Uri("https://example.com/desk"), "Take it"));
        preview.Shown[2].ShouldBeOfType<ChoicesPart>().Choices.Single().Label.ShouldBe("None");
        preview.Payload.GetProperty("textFormat").GetString().ShouldBe("plain");
    }
}
