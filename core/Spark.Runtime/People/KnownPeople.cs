using Spark.Channels;
using Spark.Runtime.Stores;
using Spark.Runtime.Texts;

namespace Spark.Runtime.People;

/// <summary>The people of one channel instance, as its plugin sees them.</summary>
internal sealed class KnownPeople(string instance, IPeopleStore store, TimeProvider time) : IKnownPeople
{
    private const int MostAtOnce = 1_000;

    public ValueTask<KnownPerson?> FindAsync(string id, CancellationToken cancellationToken) =>
        HeldAsync(() => store.FindAsync(instance, WellFormedText.Clean(id), cancellationToken));

    public ValueTask<KnownPerson?> FindAsync(PersonAddress address, CancellationToken cancellationToken) =>
        HeldAsync(() => store.FindByAddressAsync(
            instance, new() { PrincipalName = Clean(address.PrincipalName), Email = Clean(address.Email) }, cancellationToken));

    public async ValueTask RememberAsync(IReadOnlyList<KnownPerson> people, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people.Count, MostAtOnce, nameof(people));
        if (people.Count == 0)
        {
            return;
        }

        List<KnownPerson> clean = [.. people.Select(Clean)];
        await HeldAsync(async () =>
        {
            await store.PutAsync(instance, clean, time.GetUtcNow(), cancellationToken);
            return true;
        });
    }

    // A plugin knows no store: it tells its sender to come again.
    private static async ValueTask<T> HeldAsync<T>(Func<ValueTask<T>> call)
    {
        try
        {
            return await call();
        }
        catch (StoreUnavailableException away)
        {
            throw new PluginNotReadyException(away.Message, away);
        }
    }

    private static KnownPerson Clean(KnownPerson person) => person with
    {
        Id = WellFormedText.Clean(person.Id),
        PrincipalName = Clean(person.PrincipalName),
        Email = Clean(person.Email),
        Name = Clean(person.Name),
        ConversationId = Clean(person.ConversationId),
    };

    private static string? Clean(string? text) => text is null ? null : WellFormedText.Clean(text);
}
