using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using Spark.Messages;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Answers at the edges: tokens, numbers, files, languages, and values that must not live on.</summary>
public sealed class ReviewedAnswersTests
{
    private const string Variables =
        "{ size: { type: number }, word: { type: text }, note: { type: text }, level: { type: choice, values: [\"5\", \"9\"] }, copy: { type: object }, urgency: { type: choice, values: [low, high] } }";

    private static Chat Begin(string steps, params (string, string)[] more) =>
        new Chat(Read([BotFile(Variables), Dialog("start", steps), .. more])).Begin();

    private static readonly (string, string) Level = Dialog(
        "start", "- id: a\n  ask: How many?\n  into: level\n  choices: { \"5\": Some, \"9\": Many }\n- { id: s, say: \"Got {$type(level)} {level}.\" }");

    [Fact]
    public void A_number_typed_to_choices_is_a_position_and_a_choice_is_stored_as_the_variables_type()
    {
        // The reader takes choices for the type choice only; the engine does not depend on it.
        var bot = Read(BotFile(Variables), Level);
        new Chat(Retype(bot, "level", "number")).Begin().Say("2").Said.ShouldBe(["Got number 9."]);
        new Chat(Retype(bot, "level", "text")).Begin().Say("2").Said.ShouldBe(["Got string 9."]);
    }

    [Fact]
    public void A_press_of_something_not_offered_is_a_miss()
    {
        var chat = new Chat(Read(BotFile(Variables), Level)).Begin();
        var forged = chat.Choices[0].Token![..^1] + "7";
        chat.Press(new Choice { Label = "x", Token = forged }).Said.ShouldBe(["Please pick one of these."]);
    }

    [Fact]
    public void Two_questions_of_one_turn_have_tokens_of_their_own()
    {
        var chat = Begin(
            "- { id: q, confirm: First?, otherwise: aside, interrupt: [aside] }\n- { id: s, say: First done. }",
            Dialog("aside", "- { id: b, confirm: Second?, otherwise: start }\n- { id: e, say: Second done. }", "trigger: { intents: [aside] }"),
            ("intents.yaml", "aside:\n  en: [aside]\n"));
        var first = chat.Choices[0];
        var second = chat.Say("aside").Choices[0];
        second.Token.ShouldNotBe(first.Token);
        chat.State.Questions.ShouldBe(2);
        chat.Press(first).Said.ShouldBe(["That question is no longer open.", "Second?"]);
    }

    [Fact]
    public void A_late_press_after_the_end_begins_no_episode()
    {
        var chat = Begin("- { id: q, confirm: Sure?, otherwise: start }\n- { id: s, say: Bye., end: resolved }");
        var button = chat.Choices[0];
        chat.Press(button);
        chat.Press(button).Said.ShouldBe(["That question is no longer open."]);
        chat.State.Episode!.Number.ShouldBe(1);
    }

    [Fact]
    public void A_kept_scope_is_a_copy()
    {
        var chat = Begin("- set: { size: 1 }\n- set: { copy: $ }\n- set: { size: 2 }\n- { id: s, say: \"{copy.size}\" }");
        chat.Said.ShouldBe(["1"]);
        ConversationJson.ReadState(ConversationJson.Write(chat.State)).Variables["copy"]["size"].AsNumber().ShouldBe(1);
    }

    [Fact]
    public void A_known_number_is_known_whatever_the_languages_decimal_sign()
    {
        var steps = Dialog("start", "- set: { size: 1.125 }\n- { id: a, ask: How many?, into: size }\n- { id: s, say: Known. }");
        new Chat(Read(BotFile(Variables, languages: "[nl]"), steps)).Begin().Said.ShouldBe(["Known."]);
    }

    [Fact]
    public void What_a_question_offers_answers_it_even_where_it_sounds_like_an_intent()
    {
        var chat = Begin(
            "- id: a\n  ask: How urgent?\n  into: urgency\n  choices: { low: Later, high: Now }\n  interrupt: [now]\n- { id: s, say: \"Got {urgency}.\" }",
            Dialog("now", "- { id: n, say: Broke in. }", "trigger: { intents: [now] }"),
            ("intents.yaml", "now:\n  en: [now]\n"));
        chat.Say("now").Said.ShouldBe(["Got high."]);
    }

    [Fact]
    public void A_file_is_taken_and_an_empty_text_is_not_sent()
    {
        var bot = Read(BotFile(Variables), Dialog(
            "start", "- { id: a, ask: Your file?, into: note }\n- { id: e, say: \"{word}\" }\n- { id: s, say: \"{note.name} {note.mediaType}\" }"));
        var chat = new Chat(Retype(bot, "note", "file")).Begin();
        chat.Send(new FilePart("a.png", "image/png", new Uri("https://acme.example/a.png"))).Said.ShouldBe(["a.png image/png"]);
    }

    [Fact]
    public void A_dialog_that_visits_itself_too_often_is_a_fault()
    {
        var chat = Begin("- { id: q, confirm: Again?, otherwise: stop }\n- visit: start", Dialog("stop", "- { id: s, say: Stopped. }"));
        for (var i = 0; i < 50 && chat.Last.Fault is null; i++)
        {
            chat.Say("yes");
        }

        chat.Last.Fault.ShouldNotBeNull().Code.ShouldBe("SPK13008");
    }

    [Fact]
    public void An_interruption_that_is_under_way_begins_again_instead_of_a_second_time()
    {
        var chat = Begin(
            "- { id: q, confirm: First?, otherwise: aside, interrupt: [aside] }",
            Dialog("aside", "- { id: b, confirm: Second?, otherwise: start, interrupt: [aside] }", "trigger: { intents: [aside] }"),
            ("intents.yaml", "aside:\n  en: [aside]\n"));
        chat.Say("aside").Say("aside").Say("aside").State.Stack.Count.ShouldBe(2);
    }

    [Fact]
    public void A_question_with_choices_and_a_message_of_links_end_the_menu()
    {
        const string Menu = "- { id: m, say: Menu., buttons: { one: { title: One, goto: other } } }\n";
        var other = Dialog("other", "- { id: o, say: Other. }");
        Begin(Menu, other).State.Menu.ShouldNotBeNull();
        Begin(Menu + "- { id: q, confirm: Sure?, otherwise: other }", other).State.Menu.ShouldBeNull();
        Begin(Menu + "- { id: l, say: Links., buttons: { site: { title: Site, link: \"https://acme.example/\" } } }", other).State.Menu.ShouldBeNull();
    }

    [Fact]
    public void An_input_without_a_value_hides_the_variable_of_its_name()
    {
        var chat = Begin(
            "- set: { word: '\"outer\"' }\n- run: act\n  with: { word: note }\n  then:\n    none: { id: n, say: \"None, {word}.\" }\n    some: { id: s, say: Some. }",
            Action("act", "- when: $exists(word)\n  then: some\n- finish: none", "input: { word: text }"));
        chat.Said.ShouldBe(["None, outer."]);
    }

    [Fact]
    public void A_language_that_a_version_drops_gives_way_to_one_that_it_has()
    {
        var (start, nl) = (Dialog("start", "- { id: h, say: Hi. }"), ("locales/nl.yaml", "start.h: Hoi.\n"));
        var chat = new Chat(Read(BotFile(languages: "[en, nl]"), start, nl)) { Person = new() { Id = "u", Language = "nl" } }.Begin();
        chat.State.Language.ShouldBe("nl");
        chat.Use(Read(BotFile(), start)).Say("x").State.Language.ShouldBe("en");
    }
}
