using System.Collections.Concurrent;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>Remembers people as the host's store does, in memory.</summary>
internal sealed class MemoryPeople : IKnownPeople
{
    private readonly ConcurrentDictionary<string, KnownPerson> people = new(StringComparer.Ordinal);
    private int writes;

    public int Writes => writes;

    public IReadOnlyCollection<KnownPerson> All => [.. people.Values];

    public ValueTask<KnownPerson?> FindAsync(string id, CancellationToken cancellationToken) => ValueTask.FromResult(people.GetValueOrDefault(id));

    public ValueTask<KnownPerson?> FindAsync(PersonAddress address, CancellationToken cancellationToken) => ValueTask.FromResult(people.Values.FirstOrDefault(
        person => address.PrincipalName is { } name
            ? string.Equals(name, person.PrincipalName, StringComparison.OrdinalIgnoreCase)
            : string.Equals(address.Email, person.Email, StringComparison.OrdinalIgnoreCase)));

    public ValueTask RememberAsync(IReadOnlyList<KnownPerson> people, CancellationToken cancellationToken)
    {
        foreach (var person in people)
        {
            Interlocked.Increment(ref writes);
            this.people.AddOrUpdate(person.Id, person, (_, before) => person with
            {
                PrincipalName = person.PrincipalName ?? before.PrincipalName,
                Email = person.Email ?? before.Email,
                Name = person.Name ?? before.Name,
                ConversationId = person.ConversationId ?? before.ConversationId,
                ChannelDetails = person.ChannelDetails ?? before.ChannelDetails,
            });
        }

        return ValueTask.CompletedTask;
    }
}
