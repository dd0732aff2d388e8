using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>The person is asked before a deed with <c>approve</c> acts; without a clear yes nothing happens.</summary>
public sealed class ApprovalTests
{
    private static readonly Bot Bot = Read(
        BotFile("{ account: { type: text } }", languages: "[en, nl, de]"),
        Dialog("start", """
            - set: { account: '"jo@acme.com"' }
            - run: act
              with: { who: account }
              then:
                done: { id: d, say: Done. }
                declined: { id: n, say: "Nothing was changed." }
                failed: { id: x, say: Failed. }
            """),
        Action("act", """
            - id: unlock
              look-up: "{who}"
              approve: Shall I unlock {who}?
              outcomes: { failed: result = "failed" }
            - offload: incidents
              approve: true
              outcomes: { failed: result = "failed" }
            """, "input: { who: text }"),
        ("locales/nl.yaml", """
            start.d: Klaar.
            start.n: Er is niets veranderd.
            start.x: Mislukt.
            actions.act.unlock.approve: Zal ik {who} deblokkeren?
            """));

    private const string BuiltIn = "This will change something in another system. Shall I go ahead?";

    [Fact]
    public void Each_step_asks_for_itself_and_acts_after_a_yes()
    {
        var chat = new Chat(Bot).Begin();
        chat.Said.ShouldBe(["Shall I unlock jo@acme.com?"]);
        chat.Last.Effects.OfType<InvokeAction>().ShouldBeEmpty();
        chat.Choices.Select(choice => choice.Label).ShouldBe(["Yes", "No"]);
        chat.State.IsAtRest.ShouldBeTrue();
        chat.Timer.Name.ShouldBe("idle");

        chat.Press("Yes").Last.Effects.ShouldHaveSingleItem().ShouldBeOfType<InvokeAction>().Input.ToJson().ShouldBe("""{"look-up":"jo@acme.com"}""");
        chat.End("ok").Said.ShouldBe([BuiltIn]);
        chat.Say("sure").Last.Effects.ShouldHaveSingleItem().ShouldBeOfType<OpenOffload>();
    }

    [Theory]
    [InlineData("no")]
    [InlineData("2")]
    [InlineData("No")]
    public void A_no_is_the_outcome_declined(string answer)
    {
        var chat = new Chat(Bot).Begin().Say(answer);
        chat.Last.Effects.OfType<InvokeAction>().ShouldBeEmpty();
        chat.Said.ShouldBe(["Nothing was changed."]);
        chat.Last.Fault.ShouldBeNull();
    }

    [Fact]
    public void What_stays_unclear_is_no_approval()
    {
        var chat = new Chat(Bot).Begin();
        chat.Say("what?").Said.ShouldBe(["Please answer yes or no."]);
        chat.SayNothing().Said.ShouldBe(["Please answer yes or no."]);
        chat.Say("unlock it not at once").Said.ShouldBe(["Nothing was changed."]);
    }

    [Theory]
    [InlineData("nl", "Zal ik jo@acme.com deblokkeren?", "ja", "Dit verandert iets in een ander systeem. Zal ik doorgaan?")]
    [InlineData("de", "Shall I unlock jo@acme.com?", "ja", BuiltIn)]
    public void It_is_asked_in_the_persons_language(string language, string question, string yes, string builtIn)
    {
        var chat = new Chat(Bot);
        chat.Person = chat.Person with { Language = language };
        chat.Begin().Said.ShouldBe([question]);
        if (language == "nl")
        {
            chat.Say(yes).End("ok").Said.ShouldBe([builtIn]);
        }
    }

    [Fact]
    public void A_button_of_another_question_approves_of_nothing()
    {
        var chat = new Chat(Bot).Begin();
        var first = chat.Choices[0];
        chat.Press("Yes").End("ok").Said.ShouldBe([BuiltIn]);
        chat.Press(first).Said.ShouldBe(["That question is no longer open.", BuiltIn]);
        chat.Last.Effects.OfType<OpenOffload>().ShouldBeEmpty();
        chat.Press("No").Said.ShouldBe(["Nothing was changed."]);
    }

    [Fact]
    public void What_was_said_while_the_step_before_ran_approves_of_nothing()
    {
        var chat = new Chat(Bot).Begin().Press("Yes");
        chat.Say("yes");
        chat.End("ok").Said.ShouldBe([BuiltIn]);
        chat.State.Waiting.ShouldBeOfType<WaitingForApproval>();
        chat.Last.Effects.OfType<OpenOffload>().ShouldBeEmpty();
    }

    [Fact]
    public void A_version_without_the_step_forgets_the_question()
    {
        var other = Read(BotFile(), Dialog("start", "- { id: h, say: Hello. }"));
        new Chat(Bot).Begin().Use(other).Say("yes").Last.Effects.OfType<InvokeAction>().ShouldBeEmpty();
    }
}
