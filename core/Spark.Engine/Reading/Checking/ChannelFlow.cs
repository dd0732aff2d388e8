using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>
/// On which of a bot's channels each step can be run: what a condition over <c>sys.channel</c> lets through, along every way through the
/// dialogs and action dialogs. So an offload behind a guard is known to be guarded, however deep.
/// </summary>
internal sealed class ChannelFlow
{
    private const int MostChannels = 64;

    private readonly BotDraft draft;
    private readonly IReadOnlyList<EnabledChannel> channels;
    private readonly HashSet<string> known;
    private readonly List<Value> inputs;
    private readonly Dictionary<string, ulong[]> dialogs;
    private readonly Dictionary<string, ulong[]> actions;
    private readonly Queue<(string Dialog, int Step)> open = new();

    public ChannelFlow(BotDraft draft, IReadOnlyList<EnabledChannel> channels, bool knowsInstances)
    {
        this.draft = draft;
        this.channels = [.. channels.Take(MostChannels)];
        known = new HashSet<string>(knowsInstances ? ["sys.channel", "sys.channelInstance"] : ["sys.channel"], StringComparer.Ordinal);
        inputs = [.. this.channels.Select(Input)];
        dialogs = draft.Dialogs.ToDictionary(dialog => dialog.Id, dialog => new ulong[dialog.Steps.Count], StringComparer.Ordinal);
        actions = draft.Actions.ToDictionary(action => action.Id, action => new ulong[action.Deeds.Count], StringComparer.Ordinal);
        FlowThroughDialogs();
        FlowThroughActions();
    }

    /// <summary>The channels on which a step can be run.</summary>
    public IEnumerable<EnabledChannel> At(Dialog dialog, int step) => In(dialogs[dialog.Id][step]);

    /// <summary>The channels on which a deed can be run.</summary>
    public IEnumerable<EnabledChannel> At(ActionDialog action, int deed) => In(actions[action.Id][deed]);

    private static Value Input(EnabledChannel channel) => Value.Object(
    [
        new("sys", Value.Object([new("channel", Value.From(channel.Channel)), new("channelInstance", Value.From(channel.Instance))])),
    ]);

    private IEnumerable<EnabledChannel> In(ulong mask) => channels.Where((_, index) => (mask & (1UL << index)) != 0);

    private void FlowThroughDialogs()
    {
        var all = channels.Count == MostChannels ? ulong.MaxValue : (1UL << channels.Count) - 1;
        foreach (var dialog in draft.Dialogs.Where(dialog => dialog.Intents.Count > 0))
        {
            Enter(dialog.Id, 0, dialog.TriggerWhen is { } condition ? all & ~Those(condition, value: false) : all);
        }

        foreach (var dialog in draft.Events.Values.Concat(draft.Changed.Values).Concat(draft.Words.Select(word => word.Key.Dialog).OfType<string>()))
        {
            Enter(dialog, 0, all);
        }

        var byId = draft.Dialogs.GroupBy(dialog => dialog.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        while (open.TryDequeue(out var place))
        {
            Follow(byId[place.Dialog].Steps[place.Step], place.Dialog, dialogs[place.Dialog][place.Step]);
        }
    }

    private void Follow(Step step, string dialog, ulong mask)
    {
        if (step is WhenStep branch)
        {
            Enter(dialog, branch.Then, mask & ~Those(branch.Condition, value: false));
            Enter(dialog, branch.Otherwise ?? Target.ToStep(branch.Next), mask & ~Those(branch.Condition, value: true));
            return;
        }

        foreach (var target in StepLinks.All(step))
        {
            Enter(dialog, target, mask);
        }

        switch (step)
        {
            case VisitStep visit:
                Enter(visit.Dialog, 0, mask);
                break;
            case SayStep say:
                foreach (var go in say.AllButtons.Select(button => button.Goto).OfType<string>())
                {
                    Enter(go, 0, mask);
                }

                break;
            case RunStep run when actions.TryGetValue(run.Action, out var deeds) && deeds.Length > 0:
                deeds[0] |= mask;
                break;
        }
    }

    private void Enter(string dialog, Target target, ulong mask) => Enter(target.Dialog ?? dialog, target.Step, mask);

    private void Enter(string dialog, int step, ulong mask)
    {
        if (dialogs.TryGetValue(dialog, out var steps) && step < steps.Length && (steps[step] | mask) != steps[step])
        {
            steps[step] |= mask;
            open.Enqueue((dialog, step));
        }
    }

    private void FlowThroughActions()
    {
        foreach (var action in draft.Actions.Where(action => action.Deeds.Count > 0))
        {
            var masks = actions[action.Id];
            var waiting = new Queue<int>([0]);
            while (waiting.TryDequeue(out var index))
            {
                var mask = masks[index];
                foreach (var (next, those) in Next(action.Deeds[index], mask))
                {
                    if (next < masks.Length && (masks[next] | those) != masks[next])
                    {
                        masks[next] |= those;
                        waiting.Enqueue(next);
                    }
                }
            }
        }
    }

    private IEnumerable<(int Next, ulong Mask)> Next(Deed deed, ulong mask) => deed is WhenDeed branch
        ? [(branch.Then, mask & ~Those(branch.Condition, value: false)), (branch.Otherwise ?? branch.Next, mask & ~Those(branch.Condition, value: true))]
        : Actions.DeedLinks.All(deed).Select(next => (next, mask));

    // The channels on which a condition surely has a value.
    private ulong Those(Expression condition, bool value)
    {
        if (!condition.Analysis.Fields.Any(field => known.Contains(field.Name)))
        {
            return 0;
        }

        var mask = 0UL;
        for (var i = 0; i < inputs.Count; i++)
        {
            try
            {
                mask |= condition.Decide(inputs[i], known) == value ? 1UL << i : 0;
            }
            catch (ExpressionException)
            {
                // What cannot be evaluated is said elsewhere, and lets everything through here.
                return 0;
            }
        }

        return mask;
    }
}
