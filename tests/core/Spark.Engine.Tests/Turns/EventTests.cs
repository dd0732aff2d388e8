using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>The events of a bot: misses, changed variables, tickets, a bot that is switched off, global words.</summary>
public sealed class EventTests
{
    private const string Variables = "{ account: { type: text }, note: { type: text }, ticket: { type: object } }";

    private static readonly (string, string) Start = Dialog("start", "- { id: q, ask: Which account?, into: account }\n- { id: s, say: \"It is {account}.\" }");

    [Fact]
    public void Misses_are_counted_until_something_is_understood()
    {
        var chat = new Chat(Read(
            BotFile("{}", "{ started: hello, not-understood: lost }"),
            Dialog("hello", "- { id: h, say: Hello. }", "trigger: { intents: [hello] }"),
            Dialog("lost", "- { id: l, say: \"Miss {sys.misses}\" }"),
            ("intents.yaml", "hello:\n  en: [hello]\n"))).Begin();
        chat.Say("qwerty").Said.ShouldBe(["Miss 1"]);
        chat.Say("asdf").Said.ShouldBe(["Miss 2"]);
        chat.Say("hello").Say("zxcv").Said.ShouldBe(["Miss 1"]);
    }

    [Fact]
    public void A_changed_variable_is_told_before_the_next_step_and_the_dialog_goes_on()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start, changed: { account: news, note: notes } }"),
            Start,
            Dialog("news", "- { id: n, say: \"{sys.changed} is {account} now.\" }\n- set: { note: '\"x\"', account: account & \"!\" }"),
            Dialog("notes", "- { id: n, say: Noted. }"))).Begin();
        chat.Say("jo").Said.ShouldBe(["account is jo now.", "Noted.", "It is jo!."]);
    }

    [Fact]
    public void A_value_that_stays_the_same_is_no_change()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start, changed: { account: news } }"),
            Dialog("start", "- set: { account: '\"a\"' }\n- set: { account: '\"a\"' }\n- { id: s, say: Done. }"),
            Dialog("news", "- { id: n, say: Changed. }"))).Begin();
        chat.Said.ShouldBe(["Changed.", "Done."]);
    }

    [Fact]
    public void A_variable_that_an_action_changes_is_told_when_the_action_has_ended()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start, changed: { note: news } }"),
            Dialog("start", "- run: look\n- { id: s, say: Done. }"),
            Dialog("news", "- { id: n, say: \"Note: {note}.\" }"),
            Action("look", "- set: { note: '\"first\"' }\n- look-up: x"))).Begin();
        chat.Said.ShouldBeEmpty();
        chat.End("ok").Said.ShouldBe(["Note: first.", "Done."]);
    }

    [Fact]
    public void News_of_a_ticket_are_in_the_variable_that_holds_it_and_told_and_the_question_comes_back()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start, ticket-changed: news }"),
            Dialog("start", "- set: { ticket: '{\"number\": \"T-1\", \"state\": \"new\", \"mine\": 1}' }\n- { id: q, ask: Which?, into: account }"),
            Dialog("news", "- { id: n, say: \"{sys.ticket.number}: {ticket.state} {ticket.mine}\" }"))).Begin();
        chat.Run(Ticket("T-1", "resolved")).Said.ShouldBe(["T-1: resolved 1", "Which?"]);
        chat.Run(Ticket("T-2", "open")).Said.ShouldBe(["T-2: resolved 1", "Which?"]);
    }

    [Fact]
    public void News_of_a_ticket_wait_for_an_action_and_begin_an_episode_where_none_is_open()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start, ticket-changed: news }"),
            Dialog("start", "- run: look\n- { id: s, say: Done., end: resolved }"),
            Dialog("news", "- { id: n, say: \"{sys.ticket.state}\" }"),
            Action("look", "- look-up: x"))).Begin();
        chat.Run(Ticket("T-1", "open")).Said.ShouldBeEmpty();
        chat.End("ok").Said.ShouldBe(["Done.", "open"]);
        chat.State.Episode!.Number.ShouldBe(2);
    }

    [Fact]
    public void A_bot_that_is_switched_off_only_says_so()
    {
        var chat = new Chat(Read(BotFile(Variables), Start)) { IsOff = true };
        chat.Begin().Said.ShouldBe(["I am switched off at the moment. Please try again later."]);
        chat.Say("jo").Said.ShouldBe(["I am switched off at the moment. Please try again later."]);
        chat.IsOff = false;
        chat.Say("hello").Said.ShouldNotContain("I am switched off at the moment. Please try again later.");
    }

    [Fact]
    public void The_dialog_for_disabled_may_ask()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start, disabled: off }"), Start,
            Dialog("off", "- { id: o, confirm: We are closed. Shall I note something?, otherwise: { id: n, say: Fine. } }\n- { id: y, ask: What?, into: note }\n- { id: z, say: Noted. }"))) { IsOff = true };
        chat.Begin().Said.ShouldBe(["We are closed. Shall I note something?"]);
        chat.Say("yes").Said.ShouldBe(["What?"]);
        chat.Say("my screen").Said.ShouldBe(["Noted."]);
    }

    private static Chat WithWords(string words) => new Chat(Read(
        BotFile(Variables, more: $"words: {words}", languages: "[en, nl]"), Start,
        Dialog("how", "- { id: h, say: Just write. }"),
        Dialog("bye", "- { id: b, say: Bye., end: abandoned }"),
        ("locales/nl.yaml", "start.q: Welke?\nstart.s: Het is {account}.\nhow.h: Schrijf maar.\nbye.b: Dag.\n")));

    [Fact]
    public void Help_explains_and_the_question_comes_back()
    {
        WithWords("{ help: how }").Begin().Say("Help!").Said.ShouldBe(["Just write.", "Which account?"]);
        var own = WithWords("{ help: { en: [\"what now\"] } }").Begin();
        own.Say("what now?").Said.ShouldBe([
            "You can write what you need in your own words, or choose one of the answers that I offer.", "Which account?"]);
        own.Say("help").Said.ShouldBe(["It is help."]);
    }

    [Fact]
    public void Stop_leaves_everything()
    {
        var chat = WithWords("{ stop: bye }").Begin().Say("never mind");
        chat.Said.ShouldBe(["Bye."]);
        WithWords("{ stop: {} }").Begin().Say("stop").State.Episode!.Reason.ShouldBe("stopped");
    }

    [Fact]
    public void Starting_over_forgets_what_was_said()
    {
        var chat = WithWords("{ start-over: start }").Begin().Say("jo").Say("start over");
        chat.Said.ShouldBe(["Which account?"]);
        chat.State.Variables.ShouldBeEmpty();
    }

    [Fact]
    public void Global_words_are_those_of_the_conversations_language_and_only_where_the_bot_declares_them()
    {
        var dutch = WithWords("{ help: how }");
        dutch.Person = new() { Id = "u", Language = "nl" };
        dutch.Begin().Say("hulp").Said.ShouldBe(["Schrijf maar.", "Welke?"]);
        new Chat(Read(BotFile(Variables), Start)).Begin().Say("stop").Said.ShouldBe(["It is stop."]);
    }

    private static TicketChanged Ticket(string number, string state) =>
        new() { At = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero), Seed = 1, Ticket = new() { Number = number, State = state } };
}
