using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>What is said while an effect is awaited.</summary>
public sealed class BacklogTests
{
    private const string Variables = "{ size: { type: number }, urgency: { type: choice, values: [low, high] } }";

    private static readonly (string, string)[] Files =
    [
        BotFile(Variables, "{ started: start, failed: sorry }"),
        Dialog("sorry", "- { id: s, say: My fault. }"),
        Dialog("bad", "- set: { size: $number(\"x\") }", "trigger: { intents: [bad] }"),
        Dialog("wifi", "- { id: w, say: Use Acme-Guest. }", "trigger: { intents: [wifi] }"),
        ("intents.yaml", "bad:\n  en: [bad]\nwifi:\n  en: [wifi]\n"),
        Action("find", "- look-up: x\n  save: { size: $number(count) }\n  outcomes: { done: result = \"ok\" }\n  otherwise: done"),
    ];

    private static Chat Begin(string after) => new Chat(Read([.. Files, Dialog("start", "- run: find\n  then:\n    done: { id: d, say: Done. }\n" + after)])).Begin();

    [Fact]
    public void A_waiting_message_that_fails_takes_back_only_itself()
    {
        var chat = Begin("").Say("bad").Say("bad").Say("wifi").End("ok", """{"count":1}""");
        chat.Said.ShouldBe(["Done.", "My fault.", "Use Acme-Guest."]);
        chat.Last.Fault.ShouldNotBeNull();
        chat.State.Deferred.ShouldBeEmpty();
        chat.State.Variables["size"].AsNumber().ShouldBe(1);
    }

    [Fact]
    public void A_result_that_fails_is_answered_and_what_waited_is_heard_afterwards()
    {
        var chat = Begin("").Say("wifi").End("ok", """{"count":"x"}""");
        chat.Said.ShouldBe(["My fault.", "Use Acme-Guest."]);
        chat.State.Deferred.ShouldBeEmpty();
        chat.State.Waiting.ShouldBeNull();
    }

    [Fact]
    public void What_was_said_before_a_question_is_neither_its_answer_nor_a_mistake()
    {
        var chat = Begin("- { id: sure, confirm: Sure?, otherwise: wifi, interrupt: [wifi] }\n- { id: g, say: Going. }");
        chat.Say("yes").Say("qwertz").End("ok", """{"count":1}""").Said.ShouldBe(["Done.", "Sure?"]);
        chat.State.Waiting.ShouldBeOfType<WaitingForAnswer>().Misses.ShouldBe(0);
        chat.Say("yes").Said.ShouldBe(["Going."]);
    }

    [Fact]
    public void What_was_said_before_a_question_may_still_break_in()
    {
        var chat = Begin("- { id: sure, confirm: Sure?, otherwise: wifi, interrupt: [wifi] }");
        chat.Say("wifi").End("ok", """{"count":1}""").Said.ShouldBe(["Done.", "Sure?", "Use Acme-Guest.", "Sure?"]);
    }

    [Fact]
    public void A_waiting_message_is_kept_without_what_only_a_feed_needs() =>
        Begin("").Say("wifi").State.Deferred.ShouldHaveSingleItem().Message.Person.ShouldBeNull();
}
