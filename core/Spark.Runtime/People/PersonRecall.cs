using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Runtime.Turns;

namespace Spark.Runtime.People;

/// <summary>
/// Tells an event what its bot knows of the person. It becomes part of the event, so that the turn stays a function of what it took; bots
/// that keep nothing of people, and people whom nobody has proved, cost no look.
/// </summary>
internal sealed class PersonRecall(IPersonVariableStore store)
{
    public async ValueTask<TurnInput> RecallAsync(TurnInput input, Bot? bot, CancellationToken cancellationToken) =>
        bot is { Remembered.Count: > 0 }
        && input.Event is InboundReceived { Remembered: null, Inbound.Person: { } person } received
        && PersonMemory.NameOf(input.Instance, person) is { } name
            ? input with { Event = received with { Remembered = await store.ReadAsync(name, bot.Id, cancellationToken) } }
            : input;
}
