using Spark.Engine.Conversations;
using Spark.Engine.Turns;

namespace Spark.Testing.Hosts;

/// <summary>What a test's conversation came by: steps, outcomes, and the words of its texts.</summary>
internal sealed class TestTrace : ITurnTrace
{
    private readonly List<(bool IsAction, string Id, int Step)> steps = [];

    /// <summary>The steps that ran, and in which language.</summary>
    public HashSet<StepVisit> Visits { get; } = [];

    /// <summary>The outcomes of action dialogs, at the steps that ran them.</summary>
    public HashSet<OutcomeVisit> Outcomes { get; } = [];

    /// <summary>The words that were found for each text key.</summary>
    public Dictionary<string, HashSet<string>> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>The faults that were met.</summary>
    public List<EngineFault> Faults { get; } = [];

    /// <inheritdoc/>
    public void Stepped(Frame frame) => steps.Add((frame.IsAction, frame.Id, frame.Step));

    /// <inheritdoc/>
    public void Finished(Frame run, string outcome) => Outcomes.Add(new(run.Id, run.Step, outcome));

    /// <inheritdoc/>
    public void Rendered(string key, string text)
    {
        if (!Words.TryGetValue(key, out var words))
        {
            Words.Add(key, words = new(StringComparer.Ordinal));
        }

        words.Add(text);
    }

    /// <inheritdoc/>
    public void Added(Effect effect)
    {
        // What is sent is seen where it arrives.
    }

    /// <summary>A turn has ended, in the language of its state.</summary>
    public void EndTurn(TurnResult result)
    {
        foreach (var (isAction, id, step) in steps)
        {
            Visits.Add(new(isAction, id, step, result.State.Language));
        }

        steps.Clear();
        if (result.Fault is { } fault)
        {
            Faults.Add(fault);
        }
    }
}
