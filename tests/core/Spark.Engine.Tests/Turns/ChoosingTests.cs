using Spark.Engine.Tests.Support;
using Spark.Messages;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>What a message means when no question is open.</summary>
public sealed class ChoosingTests
{
    private static readonly (string, string)[] Files =
    [
        Dialog("start", """
            - id: hello
              say: Hi.
              buttons:
                wifi: { title: Office wifi, goto: wifi }
                site: { title: Our site, link: "https://acme.example/" }
                vpn: { title: VPN, goto: vpn, set: { place: '"home"' } }
            """),
        Dialog("wifi", "- { id: w, say: Use Acme-Guest. }", "trigger: { intents: [wifi] }"),
        Dialog("vpn", "- { id: v, say: \"VPN at {place}.\" }"),
        ("intents.yaml", "wifi:\n  en: [what is the wifi, \"wifi?\"]\n"),
    ];

    private static Chat Begin(string events = "{ started: start }", params (string, string)[] more) =>
        new Chat(Read([BotFile("{ place: { type: text } }", events), .. Files, .. more])).Begin();

    [Fact]
    public void An_intent_goes_to_its_dialog_whatever_its_spelling()
    {
        Begin().Say("  What is the WIFI?! ").Said.ShouldBe(["Use Acme-Guest."]);
    }

    [Fact]
    public void A_menu_is_understood_by_number_and_label_and_its_buttons_repeat()
    {
        var chat = Begin();
        var button = chat.Choices[0];
        chat.Say("1").Said.ShouldBe(["Use Acme-Guest."]);
        chat.Say("office wifi").Said.ShouldBe(["Use Acme-Guest."]);
        chat.Press(button).Said.ShouldBe(["Use Acme-Guest."]);
        chat.Press(button).Said.ShouldBe(["Use Acme-Guest."]);
    }

    [Fact]
    public void Numbers_count_links_and_a_button_sets_its_variables()
    {
        var chat = Begin();
        chat.Choices.Select(choice => choice.Link?.ToString()).ShouldBe([null, "https://acme.example/", null]);
        chat.Say("3").Said.ShouldBe(["VPN at home."]);
    }

    [Fact]
    public void What_is_not_understood_is_counted_and_said()
    {
        var chat = Begin();
        chat.Say("qwertz").Said.ShouldBe(["Sorry, I did not understand that. Could you say it in other words?"]);
        chat.Say("asdf");
        chat.State.Misses.ShouldBe(2);
        chat.Say("what is the wifi");
        chat.State.Misses.ShouldBe(0);
    }

    [Fact]
    public void A_bot_may_answer_what_is_not_understood_itself()
    {
        var chat = Begin("{ started: start, not-understood: lost }", Dialog("lost", "- { id: l, say: \"Miss {sys.misses}.\" }"));
        chat.Say("qwertz").Said.ShouldBe(["Miss 1."]);
        chat.Say("asdf").Said.ShouldBe(["Miss 2."]);
    }

    [Fact]
    public void The_first_message_is_heard_when_the_person_speaks_first()
    {
        new Chat(Read([BotFile("{ place: { type: text } }"), .. Files])).Begin(botSpeaksFirst: false).Say("qwertz").Said.ShouldBe(["Hi."]);
        new Chat(Read([BotFile("{ place: { type: text } }"), .. Files])).Begin(botSpeaksFirst: false).Say("what is the wifi").Said.ShouldBe(["Use Acme-Guest."]);
    }

    [Fact]
    public void A_button_that_no_version_knows_is_heard_as_its_label()
    {
        var chat = Begin();
        chat.Press(new Choice { Label = "what is the wifi", Token = "menu/gone/step/button" }).Said.ShouldBe(["Use Acme-Guest."]);
    }

    [Fact]
    public void The_condition_of_an_intent_that_may_not_break_in_is_not_looked_at()
    {
        var bot = Read(
            BotFile("{ note: { type: text } }"),
            Dialog("start", "- { id: q, ask: Which?, into: note, interrupt: [help] }\n- { id: s, say: \"Got {note}.\" }"),
            Dialog("help", "- { id: h, say: Help. }", "trigger: { intents: [help] }"),
            Dialog("wifi", "- { id: w, say: Wifi. }", "trigger: { intents: [wifi], when: $number(\"x\") > 1 }"),
            ("intents.yaml", "help:\n  en: [help]\nwifi:\n  en: [wifi]\n"));
        var chat = new Chat(bot).Begin().Say("wifi");
        chat.Last.Fault.ShouldBeNull();
        chat.Said.ShouldBe(["Got wifi."]);
    }
}
