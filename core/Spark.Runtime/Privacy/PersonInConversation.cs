using Spark.Channels;
using Spark.Engine.Turns;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Privacy;

/// <summary>A conversation, and with whom it is.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Instance">The id of its channel instance.</param>
/// <param name="ExternalId">The conversation, as the channel names it; empty once it was erased.</param>
/// <param name="ChangedAt">When its last turn was.</param>
/// <param name="Person">The person, as the channel told last; null when it never did.</param>
public sealed record PersonInConversation(ConversationKey Key, string Instance, string ExternalId, DateTimeOffset ChangedAt, Person? Person)
{
    /// <summary>By what bots remember the person; null for somebody whom no channel has proved.</summary>
    public string? Remembered => PersonMemory.NameOf(Instance, Person);

    /// <summary>The person there; null when the channel never told.</summary>
    public PersonFace? Face => Person is null
        ? null
        : new(new(Instance, Person.Id), Person.Name, null, Person.Email, Person.Verified ? Person.Identity : null, 1, ChangedAt);
}
