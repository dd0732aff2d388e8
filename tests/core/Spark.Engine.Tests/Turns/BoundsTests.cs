using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>A state does not grow without end, whatever the dialogs and the people do.</summary>
public sealed class BoundsTests
{
    private const string Variables = "{ list: { type: list }, size: { type: number }, near: { type: text, scope: dialog }, note: { type: text } }";

    [Fact]
    public void Variables_that_grow_end_in_a_fault_that_names_the_step_and_keeps_what_was()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start, not-understood: more }"),
            Dialog("start", "- { id: h, say: Hi. }"),
            Dialog("more", "- set: { list: '$append(list, $pad(\"x\", 1000))' }\n- { id: s, say: \"{$count(list)}\" }"))).Begin();
        for (var i = 1; i <= 65; i++)
        {
            chat.Say($"message {i}").Said.ShouldBe([$"{i}"]);
        }

        chat.Say("one more").Last.Fault.ShouldNotBeNull().Code.ShouldBe("SPK13009");
        chat.Last.Fault!.Where.ShouldBe("more.steps[0]");
        chat.State.Variables["list"].Count.ShouldBe(65);
        ConversationJson.Write(chat.State).Length.ShouldBeLessThan(80_000);
    }

    [Fact]
    public void What_only_a_dialog_or_an_action_sees_counts_too()
    {
        var dialog = new Chat(Read(BotFile(Variables), Dialog("start", "- set: { near: '$pad(\"x\", 70000)' }"))).Begin();
        dialog.Last.Fault.ShouldNotBeNull().Code.ShouldBe("SPK13009");
        var action = new Chat(Read(
            BotFile(Variables),
            Dialog("start", "- run: act\n  with: { what: '$pad(\"x\", 70000)' }\n  then:\n    done: next"),
            Action("act", "- look-up: x\n  otherwise: done", "input: { what: text }"))).Begin();
        action.Last.Fault.ShouldNotBeNull().Code.ShouldBe("SPK13009");
    }

    [Fact]
    public void A_result_that_is_too_large_to_save_is_a_fault()
    {
        var chat = new Chat(Read(
            BotFile(Variables), Dialog("start", "- run: act\n  then:\n    done: next"),
            Action("act", "- look-up: x\n  save: { note: text }\n  otherwise: done"))).Begin();
        chat.End("ok", $$"""{"text":"{{new string('x', 70_000)}}"}""").Last.Fault.ShouldNotBeNull().Code.ShouldBe("SPK13009");
        chat.State.Variables.ShouldNotContainKey("note");
    }

    [Fact]
    public void A_conversation_of_ten_thousand_turns_is_as_large_as_one_of_ten()
    {
        var chat = new Chat(Read(
            BotFile(Variables, "{ started: start, late-result: news, idle: still }"),
            Dialog("start", "- { id: h, say: Hi., buttons: { find: { title: Find, goto: find } } }"),
            Dialog("find", "- { id: a, ask: How many?, into: size, again: true, wait: 5m, otherwise: over, tries: 3 }\n- run: look\n  then:\n    done: { id: d, say: \"Done {size}.\" }", "trigger: { intents: [find] }"),
            Dialog("over", "- { id: o, say: Bye., end: resolved }", "trigger: { intents: [over] }"),
            Dialog("news", "- { id: n, say: News. }"),
            Dialog("still", "- { id: t, say: Still there? }"),
            ("intents.yaml", "find:\n  en: [find]\nover:\n  en: [over]\n"),
            Action("look", "- look-up: \"{size}\"\n  save: { note: result }\n  otherwise: done"))).Begin();
        var sizes = new List<int>();
        while (chat.State.Sequence < 10_000)
        {
            Converse(chat, sizes);
        }

        // Only the numbers themselves get longer: of turns, questions and episodes.
        var early = sizes.Take(100).Max();
        sizes.Max().ShouldBeLessThan(early + 150);
        sizes[^1].ShouldBeLessThan(early + 150);
        chat.State.Sequence.ShouldBeGreaterThanOrEqualTo(10_000);
    }

    private static void Converse(Chat chat, List<int> sizes)
    {
        Act(chat.Say("find"));
        Act(chat.Say("many"));
        Act(chat.Say("12"));
        Act(chat.Say("qwertz"));
        var awaited = chat.Awaited();
        Act(chat.Due(chat.Timer.Name));
        Act(chat.Run(new ActionEnded { At = chat.State.Pace!.At, Seed = 1, Effect = awaited, Result = "ok" }));
        Act(chat.Say("find"));
        Act(chat.Due("wait"));
        Act(chat.Say("hello"));
        Act(chat.Due("idle"));

        void Act(Chat turn)
        {
            turn.Last.Fault.ShouldBeNull();
            sizes.Add(ConversationJson.Write(turn.State).Length);
        }
    }
}
