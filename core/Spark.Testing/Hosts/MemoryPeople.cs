using Spark.Engine.Conversations;
using Spark.Runtime.People;

namespace Spark.Testing.Hosts;

/// <summary>What the bot knows of people, in memory: a test has one bot.</summary>
internal sealed class MemoryPeople(MemoryDatabase database) : IPersonVariableStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PersonVariable>> ReadAsync(string person, string bot, CancellationToken cancellationToken) =>
        new([.. database.People.Where(known => string.Equals(known.Key.Person, person, StringComparison.Ordinal)).Select(known => known.Value)]);
}
