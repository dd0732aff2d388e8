using Spark.Engine.Conversations;
using Spark.Engine.Turns;

namespace Spark.Testing.Replaying;

/// <summary>Remembers, for each turn, at which step each effect was wanted, and which text keys were put into words.</summary>
internal sealed class ReplayTrace : ITurnTrace
{
    private readonly Dictionary<Effect, Frame> origins = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, List<Frame>> steps = [];
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<string?>> intents = [];
    private Frame? at;
    private long sequence;

    /// <summary>A turn begins.</summary>
    public void Begin(long turn)
    {
        sequence = turn;
        at = null;
    }

    /// <inheritdoc/>
    public void Stepped(Frame frame)
    {
        at = frame;
        if (!steps.TryGetValue(sequence, out var passed))
        {
            steps.Add(sequence, passed = []);
        }

        passed.Add(frame);
    }

    /// <inheritdoc/>
    public void Finished(Frame run, string outcome)
    {
        // Who asks why reads the steps.
    }

    /// <inheritdoc/>
    public void Understood(string? intent)
    {
        if (!intents.TryGetValue(sequence, out var found))
        {
            intents.Add(sequence, found = []);
        }

        found.Add(intent);
    }

    /// <inheritdoc/>
    public void Rendered(string key, string text) => keys[text] = key;

    /// <inheritdoc/>
    public void Added(Effect effect)
    {
        if (at is not null)
        {
            origins[effect] = at;
        }
    }

    /// <summary>The step that wanted an effect, of the very object that the engine gave; null for one that no step wanted.</summary>
    public Frame? OriginOf(Effect effect) => origins.GetValueOrDefault(effect);

    /// <summary>The steps of a turn.</summary>
    public IReadOnlyList<Frame> StepsOf(long turn) => steps.GetValueOrDefault(turn, []);

    /// <summary>What the sentences meant that a turn looked through for an intent: null for one that was not understood.</summary>
    public IReadOnlyList<string?> IntentsOf(long turn) => intents.GetValueOrDefault(turn, []);

    /// <summary>The key of a text that was said; null for one of the engine's own.</summary>
    public string? KeyOf(string text) => keys.GetValueOrDefault(text);
}
