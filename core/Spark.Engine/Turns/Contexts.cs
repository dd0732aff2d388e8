using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>Contexts: what was spoken of, for so many messages of the person.</summary>
internal static class Contexts
{
    /// <summary>Begins those of a dialog that is entered.</summary>
    public static void Begin(Turn turn, Dialog dialog)
    {
        if (dialog.Contexts.Count == 0)
        {
            return;
        }

        var (heard, contexts) = (turn.State.Heard, turn.State.Contexts);
        contexts = contexts.RemoveAll(context => context.Until < heard || dialog.Contexts.ContainsKey(context.Name));
        foreach (var (name, turns) in dialog.Contexts)
        {
            contexts = contexts.Add(new(name, heard + turns));
        }

        turn.State = turn.State with { Contexts = contexts };
    }

    /// <summary>How many more messages a context holds for; null when it does not hold.</summary>
    public static long? Left(ConversationState state, string name)
    {
        foreach (var context in state.Contexts)
        {
            if (context.Until >= state.Heard && string.Equals(context.Name, name, StringComparison.Ordinal))
            {
                return context.Until - state.Heard;
            }
        }

        return null;
    }

    /// <summary>How long those that a dialog requires still hold, at most; -1 when it requires none, null when one does not hold.</summary>
    public static long? Fit(ConversationState state, Dialog dialog)
    {
        long most = -1;
        foreach (var name in dialog.RequiredContexts)
        {
            if (Left(state, name) is not { } left)
            {
                return null;
            }

            most = Math.Max(most, left);
        }

        return most;
    }
}
