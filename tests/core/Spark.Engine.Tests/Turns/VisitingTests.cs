using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Dialogs as reusable parts: what they are given, what they give back, and what stays their own.</summary>
public sealed class VisitingTests
{
    private const string Variables = "{ device: { type: text }, printer: { type: text } }";

    private static readonly (string, string) Pick = ("dialogs/pick.yaml", """
        dialog: pick
        input: { storey: integer }
        result: { printer: text, storey: integer }
        steps:
          - id: which
            ask: Which printer on floor {storey}?
            into: printer
          - set: { storey: storey + 1 }
        """);

    private static readonly (string, string) Start = Dialog("start", """
        - set: { printer: '"mine"' }
        - visit: pick
          with: { storey: "3" }
          save: { device: 'printer & " above " & storey' }
        - id: s
          say: "{device}, not {printer}."
        """);

    [Fact]
    public void A_visited_dialog_is_given_its_inputs_and_gives_back_its_results()
    {
        var chat = new Chat(Read(BotFile(Variables), Start, Pick)).Begin();
        chat.Said.ShouldBe(["Which printer on floor 3?"]);
        chat.Say("Mercury").Said.ShouldBe(["Mercury above 4, not mine."]);
    }

    [Fact]
    public void A_name_of_the_dialogs_own_hides_the_variable_and_is_asked_for_each_time()
    {
        var chat = new Chat(Read(BotFile(Variables), Dialog("start", """
            - set: { printer: '"mine"' }
            - visit: pick
              with: { storey: "1" }
            - visit: pick
              with: { storey: "2" }
              save: { device: printer }
            - id: s
              say: "{device}, {printer}."
            """), Pick)).Begin();
        chat.Say("A").Said.ShouldBe(["Which printer on floor 2?"]);
        chat.Say("B").Said.ShouldBe(["B, mine."]);
    }

    [Fact]
    public void A_visit_that_is_left_for_good_gives_nothing_back()
    {
        var chat = new Chat(Read(
            BotFile(Variables), Start,
            ("dialogs/pick.yaml", "dialog: pick\ninput: { storey: integer }\nresult: { printer: text, storey: integer }\nsteps:\n  - goto: end\n"),
            Dialog("end", "- { id: e, say: \"Left{device}.\" }"))).Begin();
        chat.Said.ShouldBe(["Left."]);
        chat.State.Stack.ShouldBeEmpty();
    }

    [Fact]
    public void An_interruption_gives_its_results_to_nobody()
    {
        var chat = new Chat(Read(
            BotFile(Variables, events: "{ started: start }"),
            Dialog("start", "- { id: q, ask: Which?, into: device, interrupt: [tell] }\n- { id: s, say: \"{device}\" }"),
            ("dialogs/tell.yaml", "dialog: tell\ntrigger: { intents: [tell] }\nresult: { device: text }\nsteps:\n  - set: { device: '\"inner\"' }\n"),
            ("intents.yaml", "tell:\n  en: [tell me]\n"))).Begin();
        chat.Say("tell me").Said.ShouldBe(["Which?"]);
        chat.Say("outer").Said.ShouldBe(["outer"]);
    }

    [Fact]
    public void The_ready_dialog_asks_whether_it_helped_in_the_persons_language()
    {
        var bot = Read(
            BotFile("{ helped: { type: yesno } }", languages: "[en, nl]"),
            Dialog("start", "- visit: did-this-solve-it\n  save: { helped: solved }\n- { id: s, say: \"{helped}\" }"),
            ("locales/nl.yaml", "start.s: \"{helped}\"\n"));
        new Chat(bot).Begin().Said.ShouldBe(["Did this solve it?"]);
        new Chat(bot).Begin().Say("yes").Said.ShouldBe(["Yes"]);
        var dutch = new Chat(bot) { Person = new() { Id = "u", Language = "nl" } };
        dutch.Begin().Said.ShouldBe(["Is het daarmee opgelost?"]);
        dutch.Say("nee").Said.ShouldBe(["Nee"]);
    }

    [Fact]
    public void A_dialog_of_the_bots_own_goes_before_the_ready_one()
    {
        var bot = Read(
            BotFile("{}"), Dialog("start", "- visit: did-this-solve-it"), Dialog("did-this-solve-it", "- { id: mine, say: Better now? }"));
        new Chat(bot).Begin().Said.ShouldBe(["Better now?"]);
    }
}
