namespace Spark.Understanding;

/// <summary>
/// Says what people mean, in place of the classifier that Spark trains. A bot names the connection to one; a message is brought to it
/// before the turn in which it is heard, and what it answers is logged with the message, so that a turn can be run again without it. Since
/// contract 1.3.
/// </summary>
public interface IUnderstandingProvider
{
    /// <summary>
    /// Says what a text means. It is called from many conversations at once, and may be called again with the same text. An exception, an
    /// answer that names an unknown intent and one that is too late all count as none: then Spark's own classifier decides.
    /// </summary>
    /// <param name="request">The text, and what it may mean.</param>
    /// <param name="cancellationToken">Ends when the time that the bot gives is over: a person waits.</param>
    ValueTask<UnderstandingResult> UnderstandAsync(UnderstandingRequest request, CancellationToken cancellationToken);
}
