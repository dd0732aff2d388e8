using System.Text;
using Npgsql;
using Spark.Engine.Conversations;
using Spark.Runtime.Offload;
using Spark.Runtime.Privacy;
using Spark.Runtime.Turns;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Privacy;

/// <summary>What is kept of people, in PostgreSQL.</summary>
internal sealed class PostgresPersonIndex(PostgresDatabase database) : IPersonIndex
{
    /// <summary>Reads the links to a conversation: instance, conversation.</summary>
    public const string Links = "SELECT connection, external_id, instance, conversation_id, lines FROM links WHERE instance = $1 AND conversation_id = $2 ORDER BY connection, external_id";

    private const string Values = "SELECT bot, name, value, at, until FROM person_variables WHERE person = $1 ORDER BY bot, name";

    public ValueTask<IReadOnlyList<PersonInConversation>> ConversationsAsync(ConversationKey? after, int limit, CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(
            WideStatements.PersonsInConversations.Sql,
            row => new PersonInConversation(
                ConversationKey.FromBytes(row.GetFieldValue<byte[]>(0)),
                row.GetString(1),
                row.GetString(2),
                UnixTime.Read(row.GetInt64(3)),
                row.IsDBNull(4) ? null : ConversationJson.ReadPerson(Encoding.UTF8.GetBytes(row.GetString(4)))),
            cancellationToken,
            Of(after?.ToBytes() ?? []),
            Of(limit));

    public ValueTask<IReadOnlyList<RememberedPerson>> RememberedAsync(PersonAddressed? after, int limit, CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(
            WideStatements.RememberedPeople.Sql, ReadPerson, cancellationToken, Of(after?.Instance ?? ""), Of(KeptName.Of(after?.Id ?? "")), Of(limit));

    public ValueTask<IReadOnlyList<RememberedValue>> ValuesAsync(string person, CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(
            Values,
            row => new RememberedValue(
                person,
                row.GetString(0),
                new(
                    row.GetString(1),
                    PersonValue.Read(row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)),
                    UnixTime.Read(row.GetInt64(3)),
                    row.IsDBNull(4) ? null : UnixTime.Read(row.GetInt64(4)))),
            cancellationToken,
            Of(KeptName.Of(person)));

    public ValueTask<IReadOnlyList<Link>> LinksAsync(string instance, string conversationId, CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(
            Links,
            row => new Link(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4)),
            cancellationToken,
            Of(instance),
            Of(conversationId));

    private static RememberedPerson ReadPerson(NpgsqlDataReader row) => new(
        row.GetString(0),
        new()
        {
            Id = row.GetString(1),
            PrincipalName = Text(row, 2),
            Email = Text(row, 3),
            Name = Text(row, 4),
            ConversationId = Text(row, 5),
            ChannelDetails = row.IsDBNull(6) ? null : PersonRow.Read(row.GetFieldValue<byte[]>(6)),
            IsReachable = row.GetBoolean(7),
        },
        UnixTime.Read(row.GetInt64(8)));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
