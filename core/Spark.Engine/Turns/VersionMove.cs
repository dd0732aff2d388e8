using System.Collections.Immutable;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>
/// Finds the place of a conversation in another version of its bot. Steps are known by the author's ids; one without an id has its place
/// only in a dialog that has as many steps as before.
/// </summary>
public static class VersionMove
{
    /// <summary>The state in the other version; null when a place that it stands at is not there.</summary>
    /// <param name="state">The state, at rest: waiting for the person or for nothing.</param>
    /// <param name="from">The version it is pinned to.</param>
    /// <param name="to">The other version.</param>
    public static ConversationState? Place(ConversationState state, Bot from, Bot to)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var frames = ImmutableList.CreateBuilder<Frame>();
        foreach (var frame in state.Stack)
        {
            if (frame.IsAction || Find(frame.Id, frame.Step, from, to) is not { } step)
            {
                return null;
            }

            frames.Add(frame with { Step = step });
        }

        var menu = state.Menu is { } shown && Find(shown.Dialog, shown.Step, from, to) is { } place ? shown with { Step = place } : null;
        return state with
        {
            Stack = frames.ToImmutable(),
            Menu = menu,
            Episode = state.Episode! with { Bot = to.Id, Version = to.Version },
        };
    }

    private static int? Find(string dialog, int step, Bot from, Bot to)
    {
        if (!from.Dialogs.TryGetValue(dialog, out var before) || !to.Dialogs.TryGetValue(dialog, out var after))
        {
            return null;
        }

        if (step >= before.Steps.Count)
        {
            return after.Steps.Count;
        }

        var known = before.Steps[step];
        var isNamed = !known.Path.Contains('[', StringComparison.Ordinal);
        for (var i = 0; i < after.Steps.Count; i++)
        {
            var candidate = after.Steps[i];
            if (candidate.Path == known.Path && candidate.GetType() == known.GetType())
            {
                return isNamed || after.Steps.Count == before.Steps.Count ? i : null;
            }
        }

        return null;
    }
}
