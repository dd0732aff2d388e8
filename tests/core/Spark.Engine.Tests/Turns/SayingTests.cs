using Spark.Engine.Tests.Support;
using Spark.Messages;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>say: wordings, buttons, replies, items, media, files, cards and typing.</summary>
public sealed class SayingTests
{
    private const string Variables = "{ size: { type: text }, note: { type: text } }";

    private static readonly (string, string) Other = Dialog("other", "- { id: o, say: \"Other: {size}.\" }");

    private static Chat Start(string steps, params (string, string)[] more) =>
        new Chat(Read([BotFile(Variables), Dialog("start", steps), Other, .. more])).Begin();

    [Fact]
    public void One_of_several_wordings_is_picked_by_the_turns_seed()
    {
        var bot = Read(BotFile(Variables), Dialog("start", "- { id: hi, say: [One., Two., Three.] }"));
        var said = Enumerable.Range(0, 60).Select(seed => new Chat(bot) { Seed = (ulong)seed }.Begin().Said.Single()).ToList();
        said.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(["One.", "Three.", "Two."]);
        said.ShouldBe(Enumerable.Range(0, 60).Select(seed => new Chat(bot) { Seed = (ulong)seed }.Begin().Said.Single()));
    }

    [Fact]
    public void A_wording_that_is_not_translated_is_not_picked()
    {
        var bot = Read(
            BotFile(Variables, languages: "[en, nl]"), Dialog("start", "- { id: hi, say: [One., Two.] }"), ("locales/nl.yaml", "start.hi.2: Twee.\n"));
        for (var seed = 0; seed < 20; seed++)
        {
            new Chat(bot) { Seed = (ulong)seed, Person = new() { Id = "u", Language = "nl" } }.Begin().Said.ShouldBe(["Twee."]);
        }
    }

    [Fact]
    public void A_carousel_shows_items_whose_choices_are_numbered_through()
    {
        var chat = Start("""
            - id: shop
              say: What would you like?
              carousel:
                phone:
                  title: A phone
                  subtitle: With a "{note}" case
                  image: https://acme.example/phone.png
                  link: https://acme.example/phone
                  buttons:
                    take: { title: Take the phone, goto: other, set: { size: '"phone"' } }
                    more: { title: More, link: "https://acme.example/phone/more" }
                laptop:
                  title: A laptop
                  buttons:
                    take: { title: Take the laptop, goto: other, set: { size: '"laptop"' } }
              buttons:
                none: { title: Nothing, goto: other }
            """);
        var parts = chat.Messages.ShouldHaveSingleItem().Parts;
        var items = parts[1].ShouldBeOfType<ItemsPart>();
        items.Layout.ShouldBe(ItemsLayout.Carousel);
        items.Items[0].Title.ShouldBe("A phone");
        items.Items[0].Image.ShouldBe(new Uri("https://acme.example/phone.png"));
        PlainText.Render(parts).ShouldEndWith("1. Take the phone\n2. More: https://acme.example/phone/more\nA laptop\n3. Take the laptop\n4. Nothing");
        chat.Press(items.Items[0].Choices[0]).Said.ShouldBe(["Other: phone."]);
        chat.Begin();
        var second = Start("- { id: l, list: { a: { title: A, buttons: { x: { title: X, goto: other, set: { size: '\"a\"' } } } }, b: { title: B, buttons: { y: { title: Y, goto: other, set: { size: '\"b\"' } } } } } }");
        second.Messages[0].Parts.ShouldHaveSingleItem().ShouldBeOfType<ItemsPart>().Layout.ShouldBe(ItemsLayout.List);
        second.Say("2").Said.ShouldBe(["Other: b."]);
    }

    [Fact]
    public void Media_are_files_of_their_type()
    {
        var chat = Start("""
            - id: pictures
              say: Look.
              media:
                - { image: "https://acme.example/a/plan.jpg", title: The plan }
                - { video: "https://acme.example/b" }
                - { file: "https://acme.example/manual.pdf" }
            """);
        chat.Messages[0].Parts.Skip(1).Cast<FilePart>().Select(file => $"{file.Name} {file.MediaType}")
            .ShouldBe(["The plan image/jpeg", "b video/mp4", "manual.pdf application/pdf"]);
    }

    [Fact]
    public void A_medium_whose_address_is_none_fails_the_turn()
    {
        var chat = Start("- { id: p, say: Look., media: { image: \"{note}\" } }");
        chat.Last.Fault!.Code.ShouldBe("SPK13005");
        chat.Said.ShouldBe(["Something went wrong on our side. Please try again later."]);
    }

    [Fact]
    public void A_card_is_filled_in_translated_and_told_in_words()
    {
        const string Steps = """
            - set: { note: '"INC7"' }
            - id: ticket
              card:
                body:
                  - { type: TextBlock, text: "Ticket {note}", wrap: true }
                  - { type: FactSet, facts: '{[{"title": "State", "value": "open"}]}' }
                actions:
                  - { type: Action.OpenUrl, id: view, title: View, url: "https://acme.example/{note}" }
            """;
        var card = Start(Steps).Messages[0].Parts.ShouldHaveSingleItem().ShouldBeOfType<CardPart>();
        card.Card.GetRawText().ShouldBe(
            """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Ticket INC7","wrap":true},{"type":"FactSet","facts":[{"title":"State","value":"open"}]}],"actions":[{"type":"Action.OpenUrl","id":"view","title":"View","url":"https://acme.example/INC7"}]}""");
        card.FallbackText.ShouldBe("Ticket INC7\nState: open\nView: https://acme.example/INC7");
        var dutch = new Chat(Read(
            BotFile(Variables, languages: "[en, nl]"), Dialog("start", Steps),
            ("locales/nl.yaml", "start.ticket.card.body.0.text: Melding {note}\nstart.ticket.card.view.title: Bekijk\n")))
        {
            Person = new() { Id = "u", Language = "nl" },
        };
        dutch.Begin().Messages[0].Parts[0].ShouldBeOfType<CardPart>().FallbackText.ShouldBe("Melding INC7\nState: open\nBekijk: https://acme.example/INC7");
    }

    [Fact]
    public void A_button_that_only_sets_is_silent_and_answers_the_question_it_sets_the_answer_of()
    {
        var silent = Start("- { id: m, say: Choose., buttons: { big: { title: Big, set: { size: '\"big\"' } } } }");
        silent.Press("Big").Messages.ShouldBeEmpty();
        silent.State.Variables["size"].ToText().ShouldBe("big");
        var asked = Start("- { id: m, say: Choose., buttons: { big: { title: Big, set: { size: '\"big\"' } }, note: { title: Note, set: { note: '\"x\"' } } } }\n- { id: q, ask: Which size?, into: size }\n- { id: s, say: \"{size}\" }");
        var choices = asked.Messages[0].Parts.OfType<ChoicesPart>().Single().Choices;
        asked.Press(choices[1]).Said.ShouldBe(["Which size?"]);
        asked.Press(choices[0]).Said.ShouldBe(["big"]);
    }

    [Fact]
    public void Replies_are_marked_and_typing_comes_first()
    {
        var chat = Start("- { id: m, say: Well?, delay: 2s, replies: { other: { title: The other, goto: other } } }");
        var parts = chat.Messages[0].Parts;
        parts[0].ShouldBe(new TypingPart(TimeSpan.FromSeconds(2)));
        parts[2].ShouldBeOfType<ChoicesPart>().AreReplies.ShouldBeTrue();
        PlainText.Render(parts).ShouldBe("Well?\n1. The other");
        chat.Say("the other").Said.ShouldBe(["Other: ."]);
    }
}
