using Spark.Channels.Sparkcentral.Rest;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Tests.Rest;

public sealed class PreviewTests
{
    [Fact]
    public void Buttons_are_numbered_lines_of_the_text_that_is_sent()
    {
        var preview = Show(null, new TextPart("Which one?"), new ChoicesPart([Button("Red"), Button("Blue")])).ShouldHaveSingleItem();

        preview.Shown.ShouldBe([new TextPart("Which one?\n1. Red\n2. Blue")]);
        preview.Payload.GetRawText().ShouldBe("""{"sendMessage":{"text":"Which one?\n1. Red\n2. Blue"}}""");
        preview.Remarks.ShouldHaveSingleItem().ShouldContain("no buttons");
    }

    [Fact]
    public void A_handover_shows_in_what_is_sent()
    {
        var preview = Show(new() { Kind = CompletionKind.Handover }, new TextPart("Bye")).ShouldHaveSingleItem();

        preview.Payload.GetProperty("complete").GetString().ShouldBe("HANDOVER");
        preview.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void What_leaves_nothing_is_nothing() => Show(null, new TypingPart(TimeSpan.FromSeconds(1))).ShouldBeEmpty();

    private static Choice Button(string label) => new() { Label = label, Token = $"ask/{label}" };

    private static IReadOnlyList<MessagePreview> Show(Completion? completion, params MessagePart[] parts) =>
        SparkcentralPreview.Show(new() { ConversationId = "c", EffectId = "e", Language = "en", Parts = parts, Completion = completion });
}
