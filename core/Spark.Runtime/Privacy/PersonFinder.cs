using Spark.Runtime.Turns;

namespace Spark.Runtime.Privacy;

/// <summary>Finds people, and what is kept of them. It reads all conversations, in pages: a rare question, which no turn pays for.</summary>
public sealed class PersonFinder(IPersonIndex index)
{
    private const int Page = 1_000;

    /// <summary>People who are known by something that holds a text, with what else is known by the same proved identity.</summary>
    /// <param name="text">A part of a name, a principal name, an address or an id.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<PersonFace>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var all = await FacesAsync(cancellationToken);
        var found = all.Where(face => face.Matches(text)).ToHashSet();
        var identities = found.Select(face => face.Identity).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Where(face => found.Contains(face) || (face.Identity is { } known && identities.Contains(known)))
                .OrderByDescending(face => face.LastAt).ThenBy(face => face.Who.Instance, StringComparer.Ordinal).ThenBy(face => face.Who.Id, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    /// <summary>What is kept of one person.</summary>
    /// <param name="choice">The person.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<PersonHoldings> HoldingsAsync(PersonChoice choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var people = choice.People.ToHashSet();
        var keys = choice.Conversations.ToHashSet();
        var faces = new Dictionary<PersonAddressed, PersonFace>();
        var remembered = new List<RememberedPerson>();
        await foreach (var one in RememberedAsync(cancellationToken))
        {
            if (people.Contains(one.Face.Who))
            {
                remembered.Add(one);
                Add(faces, one.Face);
            }
        }

        var conversations = new List<PersonInConversation>();
        await foreach (var one in ConversationsAsync(cancellationToken))
        {
            var isTheirs = one.Face is { } known && people.Contains(known.Who);
            if (isTheirs || keys.Contains(one.Key))
            {
                conversations.Add(one);
            }

            if (isTheirs)
            {
                Add(faces, one.Face!);
            }
        }

        foreach (var unknown in people.Where(who => !faces.ContainsKey(who)))
        {
            faces.Add(unknown, new(unknown, null, null, null, null, 0, null));
        }

        return new([.. faces.Values], remembered, [.. conversations.OrderBy(one => one.ChangedAt)]);
    }

    private async Task<List<PersonFace>> FacesAsync(CancellationToken cancellationToken)
    {
        var faces = new Dictionary<PersonAddressed, PersonFace>();
        await foreach (var one in RememberedAsync(cancellationToken))
        {
            Add(faces, one.Face);
        }

        await foreach (var one in ConversationsAsync(cancellationToken))
        {
            if (one.Face is { } face)
            {
                Add(faces, face);
            }
        }

        return [.. faces.Values];
    }

    private static void Add(Dictionary<PersonAddressed, PersonFace> faces, PersonFace face) =>
        faces[face.Who] = faces.TryGetValue(face.Who, out var known) ? known.With(face) : face;

    private async IAsyncEnumerable<PersonInConversation> ConversationsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<PersonInConversation> page;
        ConversationKey? after = null;
        do
        {
            page = await index.ConversationsAsync(after, Page, cancellationToken);
            foreach (var one in page)
            {
                after = one.Key;
                yield return one;
            }
        }
        while (page.Count == Page);
    }

    private async IAsyncEnumerable<RememberedPerson> RememberedAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<RememberedPerson> page;
        PersonAddressed? after = null;
        do
        {
            page = await index.RememberedAsync(after, Page, cancellationToken);
            foreach (var one in page)
            {
                after = one.Face.Who;
                yield return one;
            }
        }
        while (page.Count == Page);
    }
}
