using Spark.Channels;

namespace Spark.Runtime.Privacy;

/// <summary>Somebody whom the host remembers for a channel instance, so that it can write to them first.</summary>
/// <param name="Instance">The id of the channel instance.</param>
/// <param name="Person">What is remembered.</param>
/// <param name="WrittenAt">Since when, in its present form.</param>
public sealed record RememberedPerson(string Instance, KnownPerson Person, DateTimeOffset WrittenAt)
{
    /// <summary>The person there.</summary>
    public PersonFace Face => new(new(Instance, Person.Id), Person.Name, Person.PrincipalName, Person.Email, null, 0, null);
}
