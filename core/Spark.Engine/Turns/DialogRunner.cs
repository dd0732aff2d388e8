using System.Collections.Immutable;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>Runs steps until one waits or the stack is empty.</summary>
internal static class DialogRunner
{
    public static void Advance(Turn turn)
    {
        while (turn.State.Waiting is null && !turn.State.Stack.IsEmpty)
        {
            turn.CountStep();
            if (turn.Top.IsAction)
            {
                ActionRunner.Step(turn);
            }
            else
            {
                Step(turn);
            }
        }
    }

    private static void Step(Turn turn)
    {
        var frame = turn.Top;
        var steps = turn.Bot.Dialogs[frame.Id].Steps;
        if (frame.Step >= steps.Count)
        {
            turn.Pop();
            return;
        }

        turn.Trace?.Stepped(frame);
        Execute(turn, steps[frame.Step]);
    }

    private static void Execute(Turn turn, Step step)
    {
        switch (step)
        {
            case SayStep say:
                Say(turn, say);
                break;
            case AskStep ask:
                Prompt.Ask(turn, ask);
                break;
            case ConfirmStep confirm:
                Prompt.Ask(turn, confirm);
                break;
            case WhenStep branch:
                turn.Jump(turn.Evaluate(branch.Condition).ToBoolean() ? branch.Then : branch.Otherwise ?? Target.ToStep(branch.Next));
                break;
            case SetStep set:
                Set(turn, set.Assignments);
                GoOn(turn, set);
                break;
            case ClearStep clear:
                foreach (var name in clear.Variables)
                {
                    turn.Forget(name);
                }

                GoOn(turn, clear);
                break;
            case GotoStep go:
                turn.GoTo(go.Dialog);
                break;
            case VisitStep visit:
                GoOn(turn, visit);
                turn.Visit(visit.Dialog);
                break;
            case RunStep run:
                Run(turn, run);
                break;
            case EndStep end:
                Episodes.End(turn, end.Outcome, end.Reason);
                break;
            default:
                throw turn.Fault("SPK13004", $"The engine does not know steps of type {step.GetType().Name}.");
        }
    }

    public static void Set(Turn turn, IReadOnlyList<Assignment> assignments, Value result = default)
    {
        foreach (var assignment in assignments)
        {
            turn.Assign(assignment.Name, turn.Evaluate(assignment.Value, result));
        }
    }

    private static void Say(Turn turn, SayStep say)
    {
        var dialog = turn.Top.Id;
        var choices = say.Buttons.Select(button => Choice(turn, dialog, say, button)).ToList();
        Speech.Say(turn, Speech.Render(turn, say.Text), choices);
        if (say.Buttons.Count > 0)
        {
            var isMenu = say.Buttons.Any(button => button.Goto is not null);
            turn.State = turn.State with { Menu = isMenu ? new(dialog, turn.Top.Step) : null };
        }

        GoOn(turn, say);
    }

    private static Choice Choice(Turn turn, string dialog, SayStep say, Button button)
    {
        var label = Speech.Render(turn, button.Title);
        if (button.Link is not { } link)
        {
            return new() { Label = label, Token = ChoiceToken.ForMenu(dialog, say, button) };
        }

        var address = link.Evaluate(turn.Scope(), turn.Options).ToText();
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel"
            ? new() { Label = label, Link = uri }
            : throw turn.Fault("SPK13005", $"The link of button '{button.Id}' is not an address: it must begin with https:, http:, mailto: or tel:.");
    }

    private static void Run(Turn turn, RunStep run)
    {
        var inputs = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var input in run.With)
        {
            var value = Detachment.Detach(turn.Evaluate(input.Value));
            if (!value.IsUndefined)
            {
                inputs[input.Name] = value;
            }
        }

        turn.Push(new Frame { Id = run.Action, IsAction = true, Step = 0, Locals = inputs.ToImmutable() });
        if (inputs.Count > 0)
        {
            turn.CheckWeight();
        }
    }

    private static void GoOn(Turn turn, Step step) => turn.Replace(turn.Top with { Step = step.Next });
}
