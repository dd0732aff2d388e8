using Spark.Engine.Conversations;
using Spark.Runtime.People;

namespace Spark.Storage.Sqlite.People;

/// <summary>What bots know of people, in SQLite.</summary>
internal sealed class SqlitePersonVariableStore(SqliteDatabase database) : IPersonVariableStore
{
    public ValueTask<IReadOnlyList<PersonVariable>> ReadAsync(string person, string bot, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<PersonVariable>>(statements => Read(statements.People.Variables.Bind(person).Bind(bot)), cancellationToken);

    private static List<PersonVariable> Read(Statement statement)
    {
        var variables = new List<PersonVariable>();
        using var rows = statement.Read();
        while (rows.Next())
        {
            var value = rows.Bytes(1);
            variables.Add(new(
                rows.Text(0),
                PersonValue.Read(value.IsEmpty ? null : value.ToArray()),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(2)),
                rows.LongOrNull(3) is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null));
        }

        return variables;
    }
}
