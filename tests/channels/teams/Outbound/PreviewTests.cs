using System.Text.Json;
using Spark.Channels.Teams.Outbound;
using Spark.Messages;

namespace Spark.Channels.Teams.Tests.Outbound;

public sealed class PreviewTests
{
    [Fact]
    public void Buttons_of_a_question_stand_on_the_card_that_is_sent()
    {
        var preview = Show(new TextPart("Which *one*?"), new ChoicesPart([Button("Red"), Button("Blue")])).ShouldHaveSingleItem();

        preview.Shown[0].ShouldBe(new TextPart("Which *one*?"));
        preview.Shown[1].ShouldBeOfType<CardPart>().Card.GetRawText().ShouldContain("\"Action.Submit\"");
        preview.Payload.GetProperty("attachments")[0].GetProperty("contentType").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
        preview.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void A_few_quick_replies_are_suggested()
    {
        var preview = Show(new TextPart("Which one?"), new ChoicesPart([Button("Red"), Button("Blue")]) { AreReplies = true }).ShouldHaveSingleItem();

        var suggested = preview.Shown[1].ShouldBeOfType<ChoicesPart>();
        suggested.AreReplies.ShouldBeTrue();
        suggested.Choices.Select(choice => choice.Label).ShouldBe(["Red", "Blue"]);
        preview.Payload.GetProperty("suggestedActions").GetProperty("actions").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void What_Teams_cannot_show_is_remarked_and_stands_as_what_it_becomes()
    {
        using var card = JsonDocument.Parse("""{"type":"AdaptiveCard","version":"1.9","body":[]}""");
        var previews = Show(new TextPart("One of these:"), new ChoicesPart([.. Enumerable.Range(1, 26).Select(number => Button($"B{number}"))]), new CardPart(card.RootElement, "Instead of a card"));

        previews.SelectMany(preview => preview.Shown).OfType<TextPart>().Select(text => text.Text).ShouldContain(text => text.Contains("26. B26") && text.Contains("Instead of a card"));
        previews[^1].Remarks.ShouldBe(["There are more buttons than a card takes, or longer ones: they are a numbered list.", "The card leaves as its fallback text: its version is not one up to 1.5."]);
    }

    [Fact]
    public void A_long_text_becomes_several_activities() =>
        Show(new TextPart(new string('x', 30_000))).Count.ShouldBe(2);

    private static Choice Button(string label) => new() { Label = label, Token = $"ask/{label}" };

    private static IReadOnlyList<MessagePreview> Show(params MessagePart[] parts) =>
        TeamsPreview.Show(new() { ConversationId = "c", EffectId = "e", Language = "en", Parts = parts });
}
