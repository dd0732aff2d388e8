using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Engine.Tests.Reading;

/// <summary>How the steps of a file become one list.</summary>
public sealed class StepsTests
{
    [Fact]
    public void Steps_written_in_place_come_behind_the_files_own_and_go_on_behind_their_parent()
    {
        var steps = Steps("""
              - when: note = "x"
                then:
                  - { id: one, say: One }
                  - { id: two, say: Two }
                otherwise: { id: three, say: Three }
              - id: last
                say: Last
            """);
        steps.Select(step => step.Path).ShouldBe(["steps[0]", "last", "one", "two", "three"]);
        steps.Select(step => step.Next).ShouldBe([1, 5, 3, 1, 1]);
        var branch = steps[0].ShouldBeOfType<WhenStep>();
        branch.Then.ShouldBe(Target.ToStep(2));
        branch.Otherwise.ShouldBe(Target.ToStep(4));
    }

    [Fact]
    public void Say_with_goto_or_end_is_two_steps()
    {
        var steps = Steps("""
              - { id: one, say: One, goto: other }
              - { id: two, say: Two, end: failed }
            """);
        steps.Select(step => step.GetType().Name).ShouldBe(["SayStep", "GotoStep", "SayStep", "EndStep"]);
        steps.Select(step => step.Path).ShouldBe(["one", "one.goto", "two", "two.end"]);
        steps[0].Next.ShouldBe(1);
        var end = steps[3].ShouldBeOfType<EndStep>();
        end.Outcome.ShouldBe(EpisodeOutcome.Abandoned);
        end.Reason.ShouldBe("failed");
    }

    [Fact]
    public void A_nested_block_in_the_last_step_goes_on_behind_the_last_step()
    {
        var steps = Steps("""
              - when: note = "x"
                then:
                  - when: note = "y"
                    then: next
                  - { id: one, say: One }
            """);
        steps.Select(step => step.Next).ShouldBe([3, 2, 3]);
        steps[1].ShouldBeOfType<WhenStep>().Then.ShouldBe(Target.ToStep(2));
        steps[1].Path.ShouldBe("steps[0].then[0]");
    }

    [Fact]
    public void Next_goes_on_behind_the_step_also_past_the_last_one()
    {
        var steps = Steps("  - when: note = \"x\"\n    then: next\n    otherwise: start\n");
        steps[0].ShouldBeOfType<WhenStep>().Then.ShouldBe(Target.ToStep(1));
        steps[0].ShouldBeOfType<WhenStep>().Otherwise.ShouldBe(Target.ToDialog("start"));
    }

    [Fact]
    public void Texts_have_the_keys_of_their_dialog_step_and_part()
    {
        var steps = Steps("""
              - id: hello
                say: Hello
                buttons:
                  site: { title: Our site, link: "https://acme.example/" }
              - id: ask
                ask: How urgent?
                into: urgency
                invalid: Pick one.
                choices: { low: Later, high: Now }
            """);
        var say = steps[0].ShouldBeOfType<SayStep>();
        var ask = steps[1].ShouldBeOfType<AskStep>();
        new[] { say.Text!, say.Buttons[0].Title, ask.Question, ask.Invalid[0], ask.Choices[0].Label, ask.Choices[1].Label }
            .Select(text => text.Key)
            .ShouldBe(["start.hello", "start.hello.site", "start.ask", "start.ask.invalid", "start.ask.low", "start.ask.high"]);
    }

    [Fact]
    public void Literals_of_yaml_are_literals_of_expressions()
    {
        var steps = Steps("""
              - set: { note: 5, urgency: null }
              - when: true
                then: next
              - when: 1e3 = note
                then: next
            """);
        steps[0].ShouldBeOfType<SetStep>().Assignments.Select(assignment => assignment.Value.Text).ShouldBe(["5", "null"]);
        steps[1].ShouldBeOfType<WhenStep>().Condition.Text.ShouldBe("true");
    }

    [Fact]
    public void A_run_without_answers_goes_on_when_the_action_only_ever_is_done()
    {
        var result = Tiny.Read("  - run: act\n  - { id: hello, say: Hello }", ("actions/act.yaml", "action: act\nsteps:\n  - pause: 1s\n"));
        result.Errors().ShouldBeEmpty();
        result.Bot!.Dialogs["start"].Steps[0].ShouldBeOfType<RunStep>().Then["done"].ShouldBe(Target.ToStep(1));
    }

    private static IReadOnlyList<Step> Steps(string steps)
    {
        var result = Tiny.Read(steps, ("dialogs/other.yaml", "dialog: other\nsteps:\n  - { id: one, say: One }\n"), ("actions/act.yaml", "action: act\nsteps:\n  - pause: 1s\n"));
        result.Errors().ShouldBeEmpty();
        return result.Bot.ShouldNotBeNull().Dialogs["start"].Steps;
    }
}
