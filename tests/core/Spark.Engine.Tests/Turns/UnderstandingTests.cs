using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>What a message means that nobody wrote down as an example.</summary>
public sealed class UnderstandingTests
{
    private const string Lost = "Sorry, I did not understand that. Could you say it in other words?";
    private const string Unsure = "I am not sure what you mean. Is it one of these?";

    private static readonly (string, string)[] Files =
    [
        Dialog("start", "- { id: hello, say: Hi. }"),
        Dialog("printer", "- { id: p, say: Printers. }", "trigger: { intents: [printer] }"),
        Dialog("scanner", "- { id: s, say: Scanners. }", "trigger: { intents: [scanner] }"),
        Dialog("desk", "- { id: d, say: A colleague. }", "trigger: { intents: [human] }"),
        ("intents.yaml", """
            printer:
              en: [my printer is broken, the printer does not work, "the printer, please", there is a problem with the printer]
            scanner:
              en: [my scanner is broken, the scanner does not work, "the scanner, please", there is a problem with the scanner]
            human:
              en: [I want to talk to a person, get me an agent, can I speak to somebody, call the service desk]
            """),
    ];

    [Fact]
    public void Other_words_for_an_intent_lead_to_its_dialog()
    {
        var chat = Begin();
        chat.Say("the printer is broken again").Said.ShouldBe(["Printers."]);
        chat.State.Intent.ShouldBe("printer");
        chat.Say("let me speak with an agent").Said.ShouldBe(["A colleague."]);
    }

    [Fact]
    public void What_means_none_of_the_intents_is_not_understood()
    {
        var chat = Begin();
        chat.Say("will it rain tomorrow").Said.ShouldBe([Lost]);
        chat.State.Misses.ShouldBe(1);
    }

    [Fact]
    public void Between_two_intents_the_person_is_asked()
    {
        var chat = Begin();
        chat.Say("there is a problem, it does not work").Said.ShouldBe([Unsure]);
        chat.Choices.Select(choice => choice.Label).ShouldBe(["my printer is broken", "my scanner is broken", "Something else"], ignoreOrder: true);
        chat.State.Misses.ShouldBe(0);
        chat.Press(chat.Choices.Single(choice => choice.Label.Contains("scanner"))).Said.ShouldBe(["Scanners."]);
        chat.State.Clarifying.ShouldBeEmpty();
    }

    [Fact]
    public void The_question_is_answered_by_number_and_a_new_wish_is_heard()
    {
        var chat = Begin();
        chat.Say("there is a problem, it does not work");
        var first = chat.Choices[0].Label.Contains("printer") ? "Printers." : "Scanners.";
        chat.Say("1").Said.ShouldBe([first]);
        chat.Say("there is a problem, it does not work").Said.ShouldBe([Unsure]);
        chat.Say("get me an agent").Said.ShouldBe(["A colleague."]);
    }

    [Fact]
    public void Something_else_counts_as_not_understood()
    {
        var chat = Begin();
        chat.Say("there is a problem, it does not work");
        chat.Press(chat.Choices[^1]).Said.ShouldBe([Lost]);
        chat.State.Misses.ShouldBe(1);
    }

    [Fact]
    public void Where_one_of_the_two_leads_nowhere_now_nothing_is_asked()
    {
        var chat = Begin(Dialog("scanner", "- { id: s, say: Scanners. }", "trigger: { intents: [scanner], when: false }"));
        chat.Say("there is a problem, it does not work").Said.ShouldBe(["Printers."]);
    }

    [Fact]
    public void An_answer_is_an_answer_unless_an_intent_that_may_interrupt_is_sure()
    {
        var chat = Begin(
            Dialog("start", """
                - { id: q, ask: What is wrong?, into: problem, interrupt: [human] }
                - { id: heard, say: "Heard: {problem}" }
                """));
        chat.Say("the person next to me broke the printer").Said.ShouldBe(["Heard: the person next to me broke the printer"]);
        chat = Begin(
            Dialog("start", """
                - { id: q, ask: What is wrong?, into: problem, interrupt: [human] }
                - { id: heard, say: "Heard: {problem}" }
                """));
        chat.Say("I want to talk to an agent").Said[0].ShouldBe("A colleague.");
    }

    [Fact]
    public void The_threshold_is_the_bots()
    {
        Begin("understanding: { threshold: 1 }").Say("the printer is broken again").Said.ShouldBe([Lost]);
        Begin("understanding: { threshold: { en: 1 } }").Say("the printer is broken again").Said.ShouldBe([Lost]);
        Begin("understanding: { threshold: { nl: 1 } }").Say("the printer is broken again").Said.ShouldBe(["Printers."]);
    }

    private static Chat Begin(params (string Path, string Content)[] other) => Begin("", other);

    private static Chat Begin(string more, params (string Path, string Content)[] other)
    {
        var files = Files.Where(file => !other.Any(instead => instead.Path == file.Item1)).Concat(other);
        return new Chat(Read([BotFile("{ problem: { type: text } }", languages: "[en, nl]", more: more), .. files])).Begin();
    }
}
