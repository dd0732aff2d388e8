using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>What designers rely on who know other builders, and what no other class holds.</summary>
public sealed class FamiliarTests
{
    private const string Variables =
        "{ account: { type: text }, note: { type: text }, files: { type: list }, preferredLanguage: { type: language }, copies: { type: integer, default: 2 } }";

    [Fact]
    public void A_preferred_language_is_asked_for_in_words_holds_from_the_next_sentence_and_is_asked_for_again_when_it_is_cleared()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start }", "[en, nl]"),
            Dialog("start", "- { id: q, ask: \"Which language?\", into: preferredLanguage }\n- { id: s, say: Welcome. }"),
            Dialog("again", "- clear: [preferredLanguage]\n- goto: start", "trigger: { intents: [again] }"),
            ("intents.yaml", "again: { en: [another language], nl: [andere taal] }\n"),
            ("locales/nl.yaml", "start.q: Welke taal?\nstart.s: Welkom.\n"))).Begin();
        chat.Say("Nederlands please").Said.ShouldBe(["Welkom."]);
        chat.Say("andere taal").Said.ShouldBe(["Welke taal?"]);
        chat.Say("English").Said.ShouldBe(["Welcome."]);
    }

    [Fact]
    public void A_variable_that_a_button_sets_or_an_example_fills_is_told_as_changed()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start, changed: { note: news, account: known } }"),
            Dialog("start", "- id: s\n  say: Hello.\n  buttons:\n    big: { title: Big, set: { note: '\"big\"' } }"),
            Dialog("news", "- { id: n, say: \"Note: {note}.\" }"),
            Dialog("known", "- { id: n, say: \"Account: {account}.\" }"),
            Dialog("unlock", "- { id: u, say: Unlocked. }", "trigger: { intents: [unlock] }"),
            ("intents.yaml", "unlock: { en: [\"unlock {account}\"] }\n"))).Begin();
        chat.Press("Big").Said.ShouldBe(["Note: big."]);
        chat.Say("unlock jo").Said.ShouldBe(["Account: jo.", "Unlocked."]);
    }

    [Fact]
    public void Of_what_is_said_twice_the_last_counts()
    {
        var chat = new Chat(Read(
            BotFile(Variables),
            Dialog("start", "- { id: s, say: Hello. }"),
            Dialog("unlock", "- { id: q, ask: \"Whom?\", into: account }\n- { id: u, say: \"Unlocked {account}.\" }", "trigger: { intents: [unlock] }"),
            ("intents.yaml", "unlock: { en: [\"unlock {account}\", unlock somebody] }\n"))).Begin();
        chat.Say("unlock jo").Said.ShouldBe(["Unlocked jo."]);
        chat.Say("unlock al").Said.ShouldBe(["Unlocked al."]);
        chat.Say("unlock somebody").Said.ShouldBe(["Unlocked al."]);
    }

    [Fact]
    public void What_is_missing_is_empty_in_a_text_and_lists_and_fields_are_named_by_paths() =>
        new Chat(Read(
            BotFile(Variables),
            Dialog("start", "- set: { files: '[{\"name\": \"a.png\", \"by\": {\"who\": \"Jo\"}}, {\"name\": \"b.png\"}]' }\n- { id: s, say: \"[{note}] {files[0].name} {files[0].by.who} {files[1].name} [{files[2].name}]\" }"))).Begin()
            .Said.ShouldBe(["[] a.png Jo b.png []"]);

    [Fact]
    public void Texts_are_compared_with_their_capitals_and_numbers_as_numbers() =>
        new Chat(Read(
            BotFile(Variables),
            Dialog("start", """
                - set: { note: '"Jo"', copies: 10 }
                - { when: note = "jo", then: { id: a, say: Same. }, otherwise: { id: b, say: Another. } }
                - { when: $lowercase(note) = "jo", then: { id: c, say: Same. } }
                - { when: copies > 9, then: { id: d, say: More. } }
                - { when: $exists(account), then: { id: e, say: There. }, otherwise: { id: f, say: Not there. } }
                """))).Begin()
            .Said.ShouldBe(["Another.", "Same.", "More.", "Not there."]);

    [Fact]
    public void A_button_of_a_menu_leads_on_while_a_question_is_open_and_leaves_it()
    {
        var chat = new Chat(Read(
            BotFile(Variables),
            Dialog("start", "- id: s\n  say: Hello.\n  buttons: { more: { title: More, goto: more } }\n- { id: q, ask: \"Which account?\", into: account }"),
            Dialog("more", "- { id: m, say: More. }"))).Begin();
        chat.Press(chat.Messages[0].Parts.OfType<Messages.ChoicesPart>().Single().Choices[0]).Said.ShouldBe(["More."]);
        chat.State.Waiting.ShouldBeNull();
    }

    [Fact]
    public void A_link_is_filled_in_so_that_it_can_follow_the_language()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start }", "[en, nl]"),
            Dialog("start", "- id: s\n  say: Hello.\n  buttons: { site: { title: Site, link: \"https://acme.example/{sys.language}/{note}\" } }"))).Begin();
        chat.Choices.ShouldHaveSingleItem().Link.ShouldBe(new Uri("https://acme.example/en/"));
    }

    [Fact]
    public void What_was_not_understood_has_no_intent_and_no_score()
    {
        var chat = new Chat(Read(
            BotFile("{}", "{ started: start, not-understood: lost }"),
            Dialog("start", "- { id: s, say: Hello. }"),
            Dialog("lost", "- { id: l, say: \"[{sys.intent}] [{sys.score}] {sys.text}\" }"),
            Dialog("coffee", "- { id: c, say: \"{sys.intent} {sys.score}\" }", "trigger: { intents: [coffee] }"),
            ("intents.yaml", "coffee: { en: [a coffee please] }\n"))).Begin();
        chat.Say("a coffee please").Said.ShouldBe(["coffee 1"]);
        chat.Say("qwerty").Said.ShouldBe(["[] [] qwerty"]);
    }

    [Fact]
    public void What_a_step_of_an_action_decides_keeps_those_below_it_from_acting()
    {
        var chat = new Chat(Read(
            BotFile(Variables),
            Dialog("start", "- run: two\n  then: { broken: { id: b, say: Broken. }, done: { id: d, say: Done. } }"),
            Action("two", "- look-up: one\n  outcomes: { broken: result != \"ok\" }\n- look-up: two\n  outcomes: { done: result = \"ok\" }\n  otherwise: broken"))).Begin();
        chat.End("ok").Said.ShouldBeEmpty();
        chat.End("ok").Said.ShouldBe(["Done."]);
        var other = new Chat(Read(
            BotFile(Variables),
            Dialog("start", "- run: two\n  then: { broken: { id: b, say: Broken. }, done: { id: d, say: Done. } }"),
            Action("two", "- look-up: one\n  outcomes: { broken: result != \"ok\" }\n- look-up: two\n  outcomes: { done: result = \"ok\" }\n  otherwise: broken"))).Begin();
        other.End("failed").Said.ShouldBe(["Broken."]);
    }
}
