namespace Spark.Channels;

/// <summary>
/// The people whom one channel instance can write to, kept by the host over restarts and shared by its nodes. May be called from any
/// thread; it reads and writes the host's store, which an exception says is away. Since contract 1.2.
/// </summary>
public interface IKnownPeople
{
    /// <summary>Finds somebody by the channel's own id; null when nobody is known by it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<KnownPerson?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Finds somebody by address: by the principal name when it is given, else by e-mail. Of several who share an address it gives the
    /// one that was remembered last.
    /// </summary>
    /// <param name="address">Who is looked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<KnownPerson?> FindAsync(PersonAddress address, CancellationToken cancellationToken);

    /// <summary>
    /// Remembers people, each by id: what was known of them is replaced, except that what is null keeps what was known.
    /// </summary>
    /// <param name="people">The people; at most 1,000 at a time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask RememberAsync(IReadOnlyList<KnownPerson> people, CancellationToken cancellationToken);
}
