using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>What follows from the change of a variable: a dialog that is visited, and the day on which a person's variable is forgotten.</summary>
internal static class Changes
{
    /// <summary>Takes note of a new value.</summary>
    public static void Note(Turn turn, VariableDefinition? variable, Value before, Value after)
    {
        if (variable is null)
        {
            return;
        }

        if (variable is { Scope: VariableScope.Person, Keep: { } keep })
        {
            var kept = turn.State.Kept.RemoveAll(other => string.Equals(other.Name, variable.Name, StringComparison.Ordinal));
            turn.State = turn.State with { Kept = after.IsUndefined ? kept : kept.Add(new(variable.Name, turn.Happened.At + keep)) };
        }

        if (turn.Bot.Changed.ContainsKey(variable.Name) && before != after && !turn.State.Changed.Contains(variable.Name))
        {
            turn.State = turn.State with { Changed = turn.State.Changed.Add(variable.Name) };
        }
    }

    /// <summary>
    /// Visits the dialog of the first variable that has changed, before the next step runs. What the dialog itself changes does not begin
    /// it again.
    /// </summary>
    public static bool Tell(Turn turn)
    {
        if (turn.State.Changed.IsEmpty || (!turn.State.Stack.IsEmpty && turn.Top.IsAction) || !turn.State.IsOpen)
        {
            return false;
        }

        var variable = turn.State.Changed[0];
        turn.State = turn.State with { Changed = turn.State.Changed.RemoveAt(0) };
        if (!turn.Bot.Changed.TryGetValue(variable, out var dialog)
            || turn.State.Stack.Exists(frame => !frame.IsAction && string.Equals(frame.Id, dialog, StringComparison.Ordinal)))
        {
            return true;
        }

        turn.State = turn.State with { ChangedVariable = variable };
        turn.Visit(dialog);
        return true;
    }

    /// <summary>Forgets the person's variables whose time is over.</summary>
    public static void Expire(Turn turn)
    {
        var state = turn.State;
        if (state.Kept.IsEmpty)
        {
            return;
        }

        foreach (var kept in state.Kept)
        {
            if (kept.Until <= turn.Happened.At)
            {
                state = state with { Variables = state.Variables.Remove(kept.Name), Kept = state.Kept.Remove(kept) };
            }
        }

        turn.State = state;
    }
}
