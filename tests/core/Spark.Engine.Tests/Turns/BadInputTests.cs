using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using Spark.Messages;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>What people and programs send that no designer thought of: each has an answer, and none is a fault.</summary>
public sealed class BadInputTests
{
    private const string Longish = "That message is too long for me. Please say it in fewer words.";

    private static Chat Asking(string more = "", string events = "{ started: start }") => new Chat(Read(
        BotFile("{ note: { type: text } }", events, more: more),
        Dialog("start", "- { id: q, ask: What is wrong?, into: note, tries: 2, otherwise: menu }\n- { id: s, say: \"Noted: {note}\" }"),
        Dialog("menu", "- { id: m, say: Choose., buttons: { start: { title: Start, goto: start } } }"),
        Dialog("long", "- { id: l, say: Too long. }"))).Begin();

    [Fact]
    public void A_message_over_the_limit_is_answered_and_is_no_try()
    {
        var chat = Asking("longest: 20");
        for (var i = 0; i < 3; i++)
        {
            chat.Say(new string('a', 21)).Said.ShouldBe([Longish, "What is wrong?"]);
        }

        chat.Say(new string('a', 20)).Said.ShouldBe([$"Noted: {new string('a', 20)}"]);
    }

    [Fact]
    public void A_bot_has_a_dialog_of_its_own_for_messages_over_the_limit()
    {
        var chat = Asking("longest: 5", "{ started: start, too-long: long }");
        chat.Say("123456").Said.ShouldBe(["Too long.", "What is wrong?"]);
    }

    [Fact]
    public void A_message_over_the_limit_where_nothing_is_asked_is_no_miss()
    {
        var chat = Asking("longest: 20").Say("x").Say(new string('a', 21));
        chat.Said.ShouldBe([Longish]);
        chat.State.Misses.ShouldBe(0);
    }

    [Fact]
    public void Characters_are_counted_as_people_see_them()
    {
        var family = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 20));
        Asking("longest: 20").Say(family).Said.ShouldBe([$"Noted: {family}"]);
        Asking().Say(string.Concat(Enumerable.Repeat("😀", 10_000))).Said.ShouldBe([Longish, "What is wrong?"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    public void An_empty_message_is_a_try_and_where_nothing_is_asked_not_understood(string text)
    {
        var chat = Asking().Say(text);
        chat.Said.ShouldBe(["Sorry, I cannot use that answer. Please try again."]);
        chat.SayNothing().Said.ShouldBe(["Choose."]);
        chat.SayNothing().Said.ShouldBe(["Sorry, I did not understand that. Could you say it in other words?"]);
        chat.Last.Fault.ShouldBeNull();
    }

    [Fact]
    public void Only_an_attachment_where_a_text_is_asked_for_is_a_try()
    {
        var chat = Asking().Send(new FilePart("a.png", "image/png", new Uri("https://acme.example/a.png")));
        chat.Said.ShouldBe(["Sorry, I cannot use that answer. Please try again."]);
        chat.State.Waiting.ShouldBeOfType<WaitingForAnswer>().Misses.ShouldBe(1);
    }

    [Theory]
    [InlineData("שלום, המדפסת שלי לא עובדת")]
    [InlineData("\u202Eevil\u202C text")]
    [InlineData("a\u0000b\u0007c\u001b[31m")]
    [InlineData("\uD83D lone surrogate")]
    [InlineData("Z̸̡͇̗͗͆ạ̸̢͖͆̍l̷̺̋g̵̱̏o̷̦̚")]
    public void Any_writing_is_an_answer_as_it_was_written(string text)
    {
        var chat = Asking().Say(text);
        chat.Last.Fault.ShouldBeNull();
        chat.Said.ShouldBe([$"Noted: {text}"]);
    }

    [Fact]
    public void A_button_that_this_version_does_not_have_says_so_and_asks_again()
    {
        var gone = new Choice { Label = "Gone", Token = "menu/menu/m/gone" };
        var chat = Asking();
        chat.Press(gone).Said.ShouldBe(["That button is no longer available.", "What is wrong?"]);
        chat.State.Waiting.ShouldBeOfType<WaitingForAnswer>().Misses.ShouldBe(0);
        var idle = Asking().Say("x");
        idle.Press(gone).Said.ShouldBe(["That button is no longer available."]);
        idle.State.Misses.ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("menu")]
    [InlineData("answer/1/99999999999999999999/x")]
    [InlineData("answer/-1/1/x")]
    [InlineData("menu/no-such/dialog/at-all")]
    [InlineData("../../etc/passwd")]
    public void A_token_that_nobody_gave_out_is_no_fault(string token)
    {
        Asking().Press(new Choice { Label = "Hello", Token = token }).Last.Fault.ShouldBeNull();
        Asking().Say("x").Press(new Choice { Label = "Hello", Token = token }).Last.Fault.ShouldBeNull();
    }
}
