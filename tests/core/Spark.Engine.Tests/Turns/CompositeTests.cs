using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Variables that are combinations of values.</summary>
public sealed class CompositeTests
{
    private const string Variables = """

          city: { type: choice, values: [amsterdam, paris] }
          route:
            type: composite
            parts: { from: city, to: city, day: date }
            patterns:
              en: ["from {from} to {to}", "to {to}", "from {from} to {to} on {day}"]
              nl: ["van {from} naar {to}"]
        """;

    private static readonly (string, string)[] Files =
    [
        Dialog("start", "- { id: hello, say: Hi. }"),
        Dialog("travel", """
            - { id: q, ask: Where to?, into: route, invalid: Which cities? }
            - { id: r, say: "{route.from} > {route.to} {route.day}" }
            """, "trigger: { intents: [travel] }"),
        ("intents.yaml", """
            travel:
              en: [book a trip, "a ticket {route}"]
              nl: [boek een reis, "een kaartje {route}"]
            """),
    ];

    [Theory]
    [InlineData("from Amsterdam to Paris", "amsterdam > paris ")]
    [InlineData("I'd go from amsterdm to Paris on 3 March 2027, please", "amsterdam > paris 2027-03-03")]
    [InlineData("just to Paris", " > paris ")]
    public void An_answer_is_read_into_its_parts(string answer, string said)
    {
        var chat = Begin();
        chat.Say("book a trip").Said.ShouldBe(["Where to?"]);
        chat.Say(answer).Said.ShouldBe([said]);
    }

    [Theory]
    [InlineData("Paris")]
    [InlineData("from London to Rome")]
    [InlineData("to Paris or to Amsterdam")]
    public void What_holds_none_or_several_is_no_answer(string answer)
    {
        var chat = Begin();
        chat.Say("book a trip");
        chat.Say(answer).Said.ShouldBe(["Which cities?"]);
    }

    [Fact]
    public void It_is_filled_by_an_example_and_not_asked_again() =>
        Begin().Say("a ticket from Paris to Amsterdam").Said.ShouldBe(["paris > amsterdam "]);

    private static Chat Begin() => new Chat(Read([BotFile(Variables, languages: "[en, nl]"), .. Files])).Begin();
}
