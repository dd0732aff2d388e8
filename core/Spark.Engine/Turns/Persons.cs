using Spark.Channels;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>Who is on the other end.</summary>
internal static class Persons
{
    /// <summary>
    /// The person after an event. One who is only looked up, because somebody else forwards the conversation, is told with less than by
    /// messages: what those told stays.
    /// </summary>
    public static Person? After(InboundEvent inbound, Person? before) => inbound switch
    {
        { Person: null } => before,
        ConversationForwarded { Person: { } found } when before is not null && string.Equals(found.Id, before.Id, StringComparison.Ordinal) => found with
        {
            Name = found.Name ?? before.Name,
            Email = found.Email ?? before.Email,
            Language = found.Language ?? before.Language,
            TimeZone = found.TimeZone ?? before.TimeZone,
        },
        _ => inbound.Person,
    };

    /// <summary>Takes what the channel tells. When it has proved that this is somebody else than before, what belonged to that person is forgotten.</summary>
    public static void Tell(Turn turn, Person? person)
    {
        var before = turn.State.Person;
        if (person is null || before is null || string.Equals(person.Id, before.Id, StringComparison.Ordinal) || !(person.Verified || before.Verified))
        {
            return;
        }

        var theirs = turn.State.Variables.Keys.Where(name => turn.Bot.Variables.GetValueOrDefault(name)?.Scope == VariableScope.Person);
        turn.State = turn.State with { Variables = turn.State.Variables.RemoveRange(theirs), Kept = [], Shared = [] };
    }
}
