namespace Spark.Channels;

/// <summary>A channel that can find a person and open a conversation with that person alone. Since contract 1.2.</summary>
public interface IReachesPeople
{
    /// <summary>
    /// Finds a person and the one-to-one conversation with that person, and opens the conversation when there is none yet. Called outside
    /// any turn, for one search a person at a time; nothing is said in the conversation by this. It may be called again for the same
    /// person at any time and must then give the same conversation. An exception counts as <see cref="ReachStatus.Unavailable"/>.
    /// </summary>
    /// <param name="address">Who is looked for.</param>
    /// <param name="cancellationToken">Ends when the host stops or the time for a search is over.</param>
    ValueTask<Reach> ReachAsync(PersonAddress address, CancellationToken cancellationToken);
}
