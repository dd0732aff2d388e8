using Spark.Engine.Conversations;
using Spark.Runtime.Stores;

namespace Spark.Runtime.People;

/// <summary>Reads what bots know of people from all their conversations. It is written with the turns (<see cref="Turns.TurnCommit.Person"/>).</summary>
public interface IPersonVariableStore
{
    /// <summary>Reads all that a bot knows of a person, also what was cleared.</summary>
    /// <param name="person">By what the person is known (<see cref="PersonWrite.Person"/>).</param>
    /// <param name="bot">The bot's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<IReadOnlyList<PersonVariable>> ReadAsync(string person, string bot, CancellationToken cancellationToken);
}
