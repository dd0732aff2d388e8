using Spark.Messages;

namespace Spark.Abstractions.Tests.Messages;

/// <summary>How a message looks where only text can be shown.</summary>
public sealed class PlainTextTests
{
    [Fact]
    public void Choices_become_a_numbered_list_below_the_text() => PlainText.Render(
        [new TextPart("How urgent is it?"), new ChoicesPart([new() { Label = "It can wait", Token = "low" }, new() { Label = "Today please", Token = "normal" }])])
        .ShouldBe("How urgent is it?\n1. It can wait\n2. Today please");

    [Fact]
    public void A_link_keeps_its_number_and_shows_its_address() => PlainText.Render(
        [new ChoicesPart([new() { Label = "Help", Link = new Uri("https://acme.example/help") }, new() { Label = "Go on", Token = "on" }])])
        .ShouldBe("1. Help: https://acme.example/help\n2. Go on");

    [Fact]
    public void Files_and_cards_are_not_dropped() => PlainText.Render(
        [new FilePart("plan.pdf", "application/pdf", new Uri("https://acme.example/plan.pdf")), new CardPart(default, "Three rooms are free.")])
        .ShouldBe("plan.pdf: https://acme.example/plan.pdf\nThree rooms are free.");

    [Fact]
    public void Events_leave_no_text() => PlainText.Render([new EventPart("opened", default)]).ShouldBeEmpty();
}
