using Spark.Channels;

namespace Spark.Runtime.People;

/// <summary>Keeps the people whom channel instances can write to of themselves.</summary>
public interface IPeopleStore
{
    /// <summary>Somebody by the channel's id; null when nobody is known by it.</summary>
    ValueTask<KnownPerson?> FindAsync(string instance, string id, CancellationToken cancellationToken);

    /// <summary>Somebody by address, without case: by the principal name when it is given, else by e-mail; of several the one that was written last.</summary>
    ValueTask<KnownPerson?> FindByAddressAsync(string instance, PersonAddress address, CancellationToken cancellationToken);

    /// <summary>Writes people, all of them or none. What is null keeps what was known.</summary>
    /// <param name="instance">The channel instance.</param>
    /// <param name="people">The people.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask PutAsync(string instance, IReadOnlyList<KnownPerson> people, DateTimeOffset at, CancellationToken cancellationToken);
}
