using Spark.Cockpit.Conversations;
using Spark.Runtime.Privacy;

namespace Spark.Cockpit.People;

/// <summary>Names one person: whoever asks has found out that all of it is theirs.</summary>
/// <param name="People">The person on each channel instance; null for none.</param>
/// <param name="Conversations">Conversations that are theirs besides, by key or as instance/id; null for none.</param>
internal sealed record PersonRequest(IReadOnlyList<PersonAddressed>? People, IReadOnlyList<string>? Conversations)
{
    private const int Most = 1_000;

    /// <summary>The person; null when nobody is named, or something that is none.</summary>
    public PersonChoice? Choice()
    {
        var people = People ?? [];
        var keys = (Conversations ?? []).Select(ConversationAddress.Parse).ToList();
        return people.Count + keys.Count is 0 or > Most || keys.Contains(null) || people.Any(one => one is not { Instance.Length: > 0, Id.Length: > 0 })
            ? null
            : new(people, [.. keys.Select(key => key!.Value)]);
    }
}
