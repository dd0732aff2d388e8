using Npgsql;
using Spark.Engine.Conversations;
using Spark.Runtime.People;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.People;

/// <summary>What bots know of people, in PostgreSQL.</summary>
internal sealed class PostgresPersonVariableStore(PostgresDatabase database) : IPersonVariableStore
{
    private const string Select = "SELECT name, value, at, until FROM person_variables WHERE person = $1 AND bot = $2 ORDER BY name";

    public async ValueTask<IReadOnlyList<PersonVariable>> ReadAsync(string person, string bot, CancellationToken cancellationToken) =>
        await database.Sessions.ReadAsync(Select, Read, cancellationToken, Of(KeptName.Of(person)), Of(bot));

    private static PersonVariable Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        PersonValue.Read(row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)));
}
