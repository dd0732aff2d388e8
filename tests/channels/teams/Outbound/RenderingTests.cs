using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Messages;

namespace Spark.Channels.Teams.Tests.Outbound;

public sealed class RenderingTests : IAsyncLifetime
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
    public async Task Choices_are_buttons_of_a_card_with_our_token_under_their_text()
    {
        var activity = await ShowAsync(new TextPart("Shall I?"), Choices(2) with { AnswerOnce = true });

        activity["text"]!.GetValue<string>().ShouldBe("Shall I?");
        var card = Cards(activity).ShouldHaveSingleItem();
        card["version"]!.GetValue<string>().ShouldBe("1.5");
        var buttons = Buttons(card);
        buttons.Select(button => button["type"]!.GetValue<string>()).ShouldAllBe(type => type == "Action.Submit");
        buttons[0]["title"]!.GetValue<string>().ShouldBe("Choice 1");
        buttons[0]["data"]!["spark"]!.ToJsonString().ShouldBe("""{"token":"t1","label":"Choice 1","once":true,"ask":"Shall I?"}""");
    }

    [Fact]
    public async Task A_menus_buttons_may_be_pressed_again()
    {
        var button = Buttons(Cards(await ShowAsync(new TextPart("What now?"), Choices(1)))[0])[0];

        button["data"]!["spark"]!.ToJsonString().ShouldBe("""{"token":"t1","label":"Choice 1"}""");
    }

    [Fact]
    public async Task In_a_thread_buttons_are_for_the_person_who_was_asked()
    {
        var receipt = await channel.ReceiveAsync(Activities.Message(side.ServiceUrl, "hi").InThread());
        await channel.SendAsync(TestChannel.Message(receipt, new TextPart("Shall I?"), Choices(3) with { AreReplies = true }));

        Buttons(Cards(side.ConnectorCalls[^1].Json)[0])[0]["data"]!["spark"]!["for"]!.GetValue<string>().ShouldBe(Activities.Alex);
    }

    [Fact]
    public async Task Up_to_three_quick_replies_are_suggested_in_a_personal_chat()
    {
        var three = await ShowAsync(new TextPart("Which?"), Choices(3) with { AreReplies = true });
        three["suggestedActions"]!["actions"]!.AsArray().Select(action => $"{action!["type"]}:{action["title"]}").ShouldBe(["imBack:Choice 1", "imBack:Choice 2", "imBack:Choice 3"]);
        three["attachments"].ShouldBeNull();

        var four = await ShowAsync(new TextPart("Which?"), Choices(4) with { AreReplies = true });
        four["suggestedActions"].ShouldBeNull();
        Buttons(Cards(four)[0]).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Many_choices_stand_in_rows_of_five_and_too_many_are_numbered()
    {
        var card = Cards(await ShowAsync(new TextPart("Which?"), Choices(14)))[0];
        card["body"]!.AsArray().Select(row => row!["actions"]!.AsArray().Count).ShouldBe([5, 5, 4]);

        var activity = await ShowAsync(new TextPart("Which?"), Choices(26));
        activity["attachments"].ShouldBeNull();
        activity["text"]!.GetValue<string>().ShouldStartWith("Which?\n1. Choice 1\n2. Choice 2");
        activity["text"]!.GetValue<string>().ShouldEndWith("26. Choice 26");
    }

    [Fact]
    public async Task Links_open_and_what_is_no_link_of_peoples_does_not()
    {
        var buttons = Buttons(Cards(await ShowAsync(new ChoicesPart([new Choice { Label = "Wiki", Link = new Uri("https://wiki.example/a?b=c") }])))[0]);
        buttons[0]["type"]!.GetValue<string>().ShouldBe("Action.OpenUrl");
        buttons[0]["url"]!.GetValue<string>().ShouldBe("https://wiki.example/a?b=c");

        var activity = await ShowAsync(new ChoicesPart([new Choice { Label = "Run", Link = new Uri("javascript:alert(1)") }]));
        activity["attachments"].ShouldBeNull();
        activity["text"]!.GetValue<string>().ShouldBe("1. Run: javascript:alert(1)");
    }

    [Fact]
    public async Task A_carousel_is_one_card_an_item()
    {
        var items = new ItemsPart(
            [
                new Item { Title = "Laptop", Subtitle = "14 inches", Image = new Uri("https://img.example/1.png"), Choices = [new Choice { Label = "Order", Token = "o1" }] },
                new Item { Title = "Phone", Link = new Uri("https://shop.example") },
            ],
            ItemsLayout.Carousel);

        var activity = await ShowAsync(new TextPart("Choose"), items);

        activity["text"]!.GetValue<string>().ShouldBe("Choose");
        activity["attachmentLayout"]!.GetValue<string>().ShouldBe("carousel");
        var cards = Cards(activity);
        cards[0]["body"]!.AsArray().Select(element => element!["type"]!.GetValue<string>()).ShouldBe(["Image", "RichTextBlock", "RichTextBlock", "ActionSet"]);
        cards[1]["selectAction"]!["url"]!.GetValue<string>().ShouldBe("https://shop.example/");
    }

    [Fact]
    public async Task A_good_card_goes_out_as_it_is()
    {
        const string card = """{"type":"AdaptiveCard","version":"1.4","body":[{"type":"Input.Text","id":"room"}],"actions":[{"type":"Action.Submit","title":"Send"}]}""";

        Cards(await ShowAsync(new CardPart(JsonElement.Parse(card), "Which room?")))[0].ToJsonString().ShouldBe(card);
    }

    [Theory]
    [InlineData("""{"type":"HeroCard","version":"1.0"}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6","body":[]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","items":[{"type":"Input.Text"}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.ChoiceSet","id":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.Dance","title":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.OpenUrl","title":"x","url":"javascript:alert(1)"}]}""")]
    public async Task A_card_that_Teams_would_refuse_leaves_as_its_fallback_text(string card)
    {
        var activity = await ShowAsync(new CardPart(JsonElement.Parse(card), "Which room?"));

        activity["attachments"].ShouldBeNull();
        activity["text"]!.GetValue<string>().ShouldBe("Which room?");
        channel.Logs.Warnings.ShouldContain(line => line.StartsWith("A card left as its fallback text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_that_is_too_large_leaves_as_its_fallback_text()
    {
        var card = $$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{new string('x', 60_000)}}"}]}""";

        (await ShowAsync(new CardPart(JsonElement.Parse(card), "Too much.")))["text"]!.GetValue<string>().ShouldBe("Too much.");
    }

    [Fact]
    public async Task A_long_text_becomes_messages_between_its_words_and_nothing_is_lost()
    {
        var words = Enumerable.Range(0, 12_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();

        await channel.SayAsync(new TextPart(string.Join(' ', words)));

        var sent = side.ConnectorCalls.Select(call => call.Json["text"]!.GetValue<string>()).ToList();
        sent.Count.ShouldBe(3);
        sent.ShouldAllBe(text => text.Length <= 24_000);
        string.Join(' ', sent).Split(' ').ShouldBe(words);
    }

    [Fact]
    public async Task A_character_is_never_cut()
    {
        await channel.SayAsync(new TextPart("x" + string.Concat(Enumerable.Repeat("😀", 20_000))));

        var sent = side.ConnectorCalls.Select(call => call.Json["text"]!.GetValue<string>()).ToList();
        sent.ShouldAllBe(text => !text.Contains('�', StringComparison.Ordinal));
        string.Concat(sent).Length.ShouldBe(40_001);
    }

    [Fact]
    public async Task Text_after_an_attachment_is_the_next_message()
    {
        await channel.SayAsync(new TextPart("one"), Choices(2), new TextPart("two"));

        side.ConnectorCalls.Select(call => call.Json["text"]!.GetValue<string>()).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Typing_is_seen_and_does_not_matter()
    {
        side.Connector = [Answer.Error(500, "x"), Answer.Created("1")];

        (await channel.SayAsync(new TypingPart(TimeSpan.FromSeconds(1)), new TextPart("so"))).ShouldBe(Delivery.Delivered);

        side.ConnectorCalls.Select(call => call.Json["type"]!.GetValue<string>()).ShouldBe(["typing", "message"]);
    }

    [Fact]
    public async Task A_picture_is_attached_and_another_file_is_named_with_its_address()
    {
        var activity = await ShowAsync(new FilePart("a.png", "image/png", new Uri("https://files.example/a.png")));
        activity["attachments"]![0]!["contentUrl"]!.GetValue<string>().ShouldBe("https://files.example/a.png");

        (await ShowAsync(new FilePart("a.pdf", "application/pdf", new Uri("https://files.example/a.pdf"))))["text"]!.GetValue<string>().ShouldBe("a.pdf: https://files.example/a.pdf");
    }

    [Fact]
    public async Task What_is_for_programs_only_leaves_nothing()
    {
        (await channel.SayAsync(new EventPart("page", default))).ShouldBe(Delivery.Delivered);

        side.ConnectorCalls.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_activity_is_larger_than_Teams_takes_it()
    {
        var items = new ItemsPart([.. Enumerable.Range(0, 20).Select(i => new Item { Title = $"Item {i}", Subtitle = new string('ß', 4_000) })], ItemsLayout.Carousel);

        await channel.SayAsync(new TextPart(new string('ü', 23_000)), items);

        side.ConnectorCalls.ShouldAllBe(call => call.Body.Length * 2 <= 100 * 1024);
        side.ConnectorCalls.Sum(call => Cards(call.Json).Count).ShouldBe(20);
    }

    private static ChoicesPart Choices(int count) =>
        new([.. Enumerable.Range(1, count).Select(i => new Choice { Label = $"Choice {i}", Token = $"t{i}" })]);

    private static List<JsonNode> Cards(JsonNode activity) =>
        [.. (activity["attachments"]?.AsArray() ?? []).Select(attachment => attachment!["content"]!)];

    private static List<JsonNode> Buttons(JsonNode card) => [.. card["body"]!.AsArray().SelectMany(row => row!["actions"]!.AsArray()).Select(button => button!)];

    private async Task<JsonNode> ShowAsync(params MessagePart[] parts)
    {
        (await channel.SayAsync(parts)).ShouldBe(Delivery.Delivered);
        return side.ConnectorCalls[^1].Json;
    }
}
