namespace Spark.Understanding;

/// <summary>What a provider made of a text.</summary>
public sealed record UnderstandingResult
{
    /// <summary>The name of the intent, one of the request's; null when none of them is meant.</summary>
    public string? Intent { get; init; }

    /// <summary>How sure that is, from 0 to 1: the bot's threshold is held against it.</summary>
    public double Confidence { get; init; }

    /// <summary>The values that the text holds, as it words them, by the names of the intent's entities. Spark reads them by the types of the variables.</summary>
    public IReadOnlyDictionary<string, string> Entities { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Why there is no answer, in a sentence without secrets; null when there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>What the far side was sent, for the log; no credentials. Null when the request says it all.</summary>
    public string? Prompt { get; init; }

    /// <summary>What the far side said, word by word, for the log.</summary>
    public string? Answer { get; init; }

    /// <summary>No answer: the classifier of Spark decides.</summary>
    /// <param name="failure">Why, in a sentence without secrets.</param>
    public static UnderstandingResult Failed(string failure) => new() { Failure = failure };
}
