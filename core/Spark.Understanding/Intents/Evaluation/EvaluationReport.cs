namespace Spark.Understanding.Intents.Evaluation;

/// <summary>How well examples hold together.</summary>
public sealed record EvaluationReport
{
    /// <summary>How many examples were judged.</summary>
    public required int Examples { get; init; }

    /// <summary>The part of them whose intent was found, from 0 to 1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Every intent, the weakest first.</summary>
    public required IReadOnlyList<IntentScore> Intents { get; init; }

    /// <summary>Which intents are taken for which, the most frequent first; at most twenty.</summary>
    public required IReadOnlyList<Confusion> Confusions { get; init; }

    /// <summary>Examples whose intent is found only just; at most twenty.</summary>
    public required IReadOnlyList<WeakExample> Weakest { get; init; }

    /// <summary>Examples that look as if they belong to another intent, or overlap with it; at most twenty.</summary>
    public required IReadOnlyList<MisplacedExample> Misplaced { get; init; }
}
