using Npgsql;
using Spark.Channels;
using Spark.Runtime.People;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.People;

/// <summary>People in PostgreSQL.</summary>
internal sealed class PostgresPeopleStore(PostgresDatabase database) : IPeopleStore
{
    private const string Select = "SELECT coalesce(whole_id, id), principal_name, email, name, conversation, details, reachable FROM people";
    private const string ById = $"{Select} WHERE instance = $1 AND id = $2";
    private const string ByPrincipal = $"{Select} WHERE instance = $1 AND principal_key = $2 ORDER BY written_at DESC LIMIT 1";
    private const string ByEmail = $"{Select} WHERE instance = $1 AND email_key = $2 ORDER BY written_at DESC LIMIT 1";

    // In the order of their ids, so that two nodes that write the same people do not wait for each other.
    private const string Put =
        """
        INSERT INTO people (instance, written_at, id, whole_id, principal_key, principal_name, email_key, email, name, conversation, details, reachable)
        SELECT $1, $2, p.* FROM unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12) AS p (id, whole_id, principal_key, principal_name, email_key, email, name, conversation, details, reachable)
        ORDER BY p.id
        ON CONFLICT (instance, id) DO UPDATE SET
            principal_key = coalesce(excluded.principal_key, people.principal_key), principal_name = coalesce(excluded.principal_name, people.principal_name),
            email_key = coalesce(excluded.email_key, people.email_key), email = coalesce(excluded.email, people.email), name = coalesce(excluded.name, people.name),
            conversation = coalesce(excluded.conversation, people.conversation), details = coalesce(excluded.details, people.details),
            reachable = excluded.reachable, written_at = excluded.written_at
        """;

    public ValueTask<KnownPerson?> FindAsync(string instance, string id, CancellationToken cancellationToken) =>
        FirstAsync(ById, instance, id, cancellationToken);

    public ValueTask<KnownPerson?> FindByAddressAsync(string instance, PersonAddress address, CancellationToken cancellationToken) => address switch
    {
        { PrincipalName: { } name } => FirstAsync(ByPrincipal, instance, PersonRow.Key(name)!, cancellationToken),
        { Email: { } email } => FirstAsync(ByEmail, instance, PersonRow.Key(email)!, cancellationToken),
        _ => new((KnownPerson?)null),
    };

    public async ValueTask PutAsync(string instance, IReadOnlyList<KnownPerson> people, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // One statement cannot write a row twice: of two that are the same person the last counts.
        KnownPerson[] rows = [.. people.GroupBy(person => person.Id, StringComparer.Ordinal).Select(same => same.Last())];
        await database.Sessions.ExecuteAsync(
            Put,
            cancellationToken,
            Of(instance),
            Of(at.ToUnixTimeMilliseconds()),
            Of(Array.ConvertAll(rows, person => KeptName.Of(person.Id))),
            Of(Array.ConvertAll(rows, person => KeptName.IsWhole(person.Id) ? null : person.Id)),
            Of(Array.ConvertAll(rows, person => Key(person.PrincipalName))),
            Of(Array.ConvertAll(rows, person => person.PrincipalName)),
            Of(Array.ConvertAll(rows, person => Key(person.Email))),
            Of(Array.ConvertAll(rows, person => person.Email)),
            Of(Array.ConvertAll(rows, person => person.Name)),
            Of(Array.ConvertAll(rows, person => person.ConversationId)),
            Of(Array.ConvertAll(rows, person => PersonRow.Write(person.ChannelDetails))),
            Of(Array.ConvertAll(rows, person => person.IsReachable)));
    }

    private async ValueTask<KnownPerson?> FirstAsync(string sql, string instance, string key, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(sql, Read, cancellationToken, Of(instance), Of(KeptName.Of(key)));
        return found.Count > 0 ? found[0] : null;
    }

    private static string? Key(string? address) => PersonRow.Key(address) is { } key ? KeptName.Of(key) : null;

    private static KnownPerson Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetString(0),
        PrincipalName = Text(row, 1),
        Email = Text(row, 2),
        Name = Text(row, 3),
        ConversationId = Text(row, 4),
        ChannelDetails = row.IsDBNull(5) ? null : PersonRow.Read(row.GetFieldValue<byte[]>(5)),
        IsReachable = row.GetBoolean(6),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
