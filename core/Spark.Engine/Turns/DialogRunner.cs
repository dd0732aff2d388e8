using System.Collections.Immutable;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>Runs steps until one waits or the stack is empty.</summary>
internal static class DialogRunner
{
    private static readonly ImmutableSortedDictionary<string, Value> Nothing = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    public static void Advance(Turn turn)
    {
        while (turn.State.Waiting is null && (!turn.State.Stack.IsEmpty || !turn.State.Changed.IsEmpty))
        {
            turn.CountStep();
            if (Changes.Tell(turn))
            {
                continue;
            }

            if (turn.State.Stack.IsEmpty)
            {
                return;
            }

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
            Return(turn);
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
                SayRunner.Say(turn, say);
                GoOn(turn, say);
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
                Visit(turn, visit);
                break;
            case RunStep run:
                Run(turn, run);
                break;
            case EndStep end:
                Episodes.End(turn, end.Outcome, end.Reason, end.Type);
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

    // The inputs are computed where the visitor stands, and are the dialog's own.
    private static void Visit(Turn turn, VisitStep visit)
    {
        var given = Given(turn, visit.With);
        var from = visit.Save.Count > 0 ? turn.Top.Step : (int?)null;
        GoOn(turn, visit);
        turn.Visit(visit.Dialog, given, from);
        if (given.Count > 0)
        {
            turn.CheckWeight();
        }
    }

    // The dialog has run past its last step: the visitor takes its results.
    private static void Return(Turn turn)
    {
        var ended = turn.Top;
        turn.Pop();
        if (ended.From is not { } from || turn.State.Stack.IsEmpty || turn.Top.IsAction
            || turn.Bot.Dialogs.GetValueOrDefault(turn.Top.Id)?.Steps.ElementAtOrDefault(from) is not VisitStep visit)
        {
            return;
        }

        var results = turn.Bot.Dialogs[ended.Id].Result
            .Select(name => KeyValuePair.Create(name, ended.Locals.TryGetValue(name, out var value) ? value : Value.Undefined))
            .Where(result => !result.Value.IsUndefined);
        Set(turn, visit.Save, Value.Object([.. results]));
    }

    private static void Run(Turn turn, RunStep run)
    {
        var inputs = Given(turn, run.With);
        turn.Push(new Frame { Id = run.Action, IsAction = true, Step = 0, Locals = inputs });
        if (inputs.Count > 0)
        {
            turn.CheckWeight();
        }
    }

    private static ImmutableSortedDictionary<string, Value> Given(Turn turn, IReadOnlyList<Assignment> with)
    {
        if (with.Count == 0)
        {
            return Nothing;
        }

        var inputs = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var input in with)
        {
            var value = Detachment.Detach(turn.Evaluate(input.Value));
            if (!value.IsUndefined)
            {
                inputs[input.Name] = value;
            }
        }

        return inputs.ToImmutable();
    }

    private static void GoOn(Turn turn, Step step) => turn.Replace(turn.Top with { Step = step.Next });
}
