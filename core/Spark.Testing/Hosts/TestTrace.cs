using Spark.Engine.Conversations;
using Spark.Engine.Turns;

namespace Spark.Testing.Hosts;

/// <summary>What a test's conversation came by: steps, outcomes, and the words of its texts.</summary>
internal sealed class TestTrace : ITurnTrace
{
    private readonly List<Frame> steps = [];
    private readonly List<string?> intents = [];

    /// <summary>The steps that ran, and in which language.</summary>
    public HashSet<StepVisit> Visits { get; } = [];

    /// <summary>The outcomes of action dialogs, at the steps that ran them.</summary>
    public HashSet<OutcomeVisit> Outcomes { get; } = [];

    /// <summary>The words that were found for each text key.</summary>
    public Dictionary<string, HashSet<string>> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>The turns with their states; null where nobody wants to see them, for they are much to keep.</summary>
    public List<TracedTurn>? Turns { get; init; }

    /// <summary>Is called after each turn; null for nobody.</summary>
    public Action? Ended { get; init; }

    /// <summary>What is being played: the index of a line, -1 before the first.</summary>
    public int Line { get; set; } = -1;

    /// <summary>The faults that were met.</summary>
    public List<EngineFault> Faults { get; } = [];

    /// <inheritdoc/>
    public void Stepped(Frame frame) => steps.Add(frame);

    /// <inheritdoc/>
    public void Finished(Frame run, string outcome) => Outcomes.Add(new(run.Id, run.Step, outcome));

    /// <inheritdoc/>
    public void Understood(string? intent) => intents.Add(intent);

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
    public void EndTurn(ConversationState before, ConversationEvent happened, TurnResult result)
    {
        foreach (var step in steps)
        {
            Visits.Add(new(step.IsAction, step.Id, step.Step, result.State.Language));
        }

        Turns?.Add(new(Line, before, happened, result, [.. steps], [.. intents]));
        steps.Clear();
        intents.Clear();
        if (result.Fault is { } fault)
        {
            Faults.Add(fault);
        }

        Ended?.Invoke();
    }
}
