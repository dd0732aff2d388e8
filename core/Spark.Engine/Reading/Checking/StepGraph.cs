using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs;

namespace Spark.Engine.Reading.Checking;

/// <summary>The steps of all dialogs as one graph.</summary>
internal sealed class StepGraph
{
    private readonly Dictionary<string, int> starts = new(StringComparer.Ordinal);
    private readonly List<(Dialog Dialog, int Index)> nodes = [];
    private readonly Dictionary<string, bool> passes = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<AskStep> known;

    /// <summary>Puts the steps together.</summary>
    /// <param name="dialogs">The dialogs.</param>
    /// <param name="known">Questions that are taken as answered already, so that they do not wait.</param>
    public StepGraph(IEnumerable<Dialog> dialogs, IReadOnlySet<AskStep>? known = null)
    {
        this.known = known ?? new HashSet<AskStep>();
        foreach (var dialog in dialogs)
        {
            starts[dialog.Id] = nodes.Count;
            for (var i = 0; i < dialog.Steps.Count; i++)
            {
                nodes.Add((dialog, i));
            }
        }
    }

    /// <summary>How many steps there are.</summary>
    public int Count => nodes.Count;

    public Step StepAt(int node) => nodes[node].Dialog.Steps[nodes[node].Index];

    public Dialog DialogAt(int node) => nodes[node].Dialog;

    /// <summary>The step where a target leads, seen from a dialog; null past its last step, or where nothing is known.</summary>
    public int? Find(string dialog, Target target)
    {
        var id = target.Dialog ?? dialog;
        if (!starts.TryGetValue(id, out var start))
        {
            return null;
        }

        var node = start + (long)target.Step;
        return node < nodes.Count && nodes[(int)node].Dialog.Id == id ? (int)node : null;
    }

    /// <summary>The steps that follow without a word of the person; null stands for the end of the dialog.</summary>
    public IEnumerable<int?> Silently(int node)
    {
        var (dialog, step) = (DialogAt(node).Id, StepAt(node));
        if (step is VisitStep visit)
        {
            yield return Find(dialog, Target.ToDialog(visit.Dialog));
            if (!Passes(visit.Dialog))
            {
                yield break;
            }
        }

        if (step is AskStep ask && known.Contains(ask))
        {
            yield return Find(dialog, Target.ToStep(ask.Next));
        }

        foreach (var target in StepLinks.Silently(step))
        {
            yield return Find(dialog, target);
        }
    }

    // Whether a visit can come back without a word of the person.
    private bool Passes(string dialog)
    {
        if (passes.TryGetValue(dialog, out var known))
        {
            return known;
        }

        // A visit that leads to itself is a cycle, and found as one.
        passes[dialog] = false;
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        if (Find(dialog, Target.ToDialog(dialog)) is { } first)
        {
            open.Push(first);
        }

        while (open.TryPop(out var node))
        {
            if (!seen.Add(node) || StepAt(node) is GotoStep)
            {
                continue;
            }

            foreach (var next in Silently(node))
            {
                if (next is not { } follows)
                {
                    return passes[dialog] = true;
                }

                if (DialogAt(follows).Id == dialog)
                {
                    open.Push(follows);
                }
            }
        }

        return false;
    }
}
