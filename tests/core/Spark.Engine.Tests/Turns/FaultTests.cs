using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>A turn that fails is a result: the person is answered, the operator learns why.</summary>
public sealed class FaultTests
{
    private static readonly (string, string) Broken = Dialog("start", "- set: { size: $number(\"x\") }\n- { id: s, say: Never. }");

    [Fact]
    public void The_bots_own_dialog_for_faults_answers()
    {
        var bot = Read(BotFile("{ size: { type: number } }", "{ started: start, failed: sorry }"), Broken, Dialog("sorry", "- { id: s, say: My fault. }"));
        var chat = new Chat(bot).Begin();
        chat.Said.ShouldBe(["My fault."]);
        chat.Last.Fault.ShouldNotBeNull().Where.ShouldBe("start.steps[0]");
        chat.State.Sequence.ShouldBe(1);
    }

    [Fact]
    public void A_dialog_for_faults_that_fails_itself_leaves_a_fixed_sentence()
    {
        var bot = Read(BotFile("{ size: { type: number } }", "{ started: start, failed: start }"), Broken);
        new Chat(bot).Begin().Said.ShouldBe(["Something went wrong on our side. Please try again later."]);
    }

    [Fact]
    public void The_conversation_goes_on_afterwards()
    {
        var bot = Read(
            BotFile("{ size: { type: number } }"), Broken,
            Dialog("wifi", "- { id: w, say: Use Acme-Guest. }", "trigger: { intents: [wifi] }"),
            ("intents.yaml", "wifi:\n  en: [wifi]\n"));
        var chat = new Chat(bot).Begin();
        chat.Last.Fault.ShouldNotBeNull();
        chat.Say("wifi").Said.ShouldBe(["Use Acme-Guest."]);
        chat.Last.Fault.ShouldBeNull();
    }

    [Fact]
    public void The_dialog_for_faults_does_not_act_again_when_its_own_deed_fails()
    {
        var bot = Read(
            BotFile("{ size: { type: number } }", "{ started: start, failed: help }"), Broken,
            Dialog("help", "- run: act\n  then:\n    done: { id: d, say: Never. }"),
            Action("act", "- look-up: x\n  save: { size: $number(result) }\n  otherwise: done"));
        var chat = new Chat(bot).Begin();
        chat.Last.Effects.ShouldHaveSingleItem();
        chat.End("ok").Said.ShouldBe(["Something went wrong on our side. Please try again later."]);
        chat.Last.Effects.ShouldHaveSingleItem();
        chat.State.Waiting.ShouldBeNull();
    }
}
