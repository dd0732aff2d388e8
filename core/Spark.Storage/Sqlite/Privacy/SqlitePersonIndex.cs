using Spark.Engine.Conversations;
using Spark.Runtime.Offload;
using Spark.Runtime.Privacy;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Privacy;

/// <summary>What is kept of people, in SQLite.</summary>
internal sealed class SqlitePersonIndex(SqliteDatabase database) : IPersonIndex
{
    public ValueTask<IReadOnlyList<PersonInConversation>> ConversationsAsync(ConversationKey? after, int limit, CancellationToken cancellationToken) =>
        ListAsync(
            statements => statements.Privacy.Conversations.Bind(after?.ToBytes() ?? []).Bind((long)limit),
            static (in Rows row) => new PersonInConversation(
                ConversationKey.FromBytes(row.Bytes(0)), row.Text(1), row.Text(2), row.Time(3), row.Bytes(4).IsEmpty ? null : ConversationJson.ReadPerson(row.Bytes(4))),
            cancellationToken);

    public ValueTask<IReadOnlyList<RememberedPerson>> RememberedAsync(PersonAddressed? after, int limit, CancellationToken cancellationToken) =>
        ListAsync(
            statements => statements.Privacy.Remembered.Bind(after?.Instance ?? "").Bind(after?.Id ?? "").Bind((long)limit), ReadPerson, cancellationToken);

    public ValueTask<IReadOnlyList<RememberedValue>> ValuesAsync(string person, CancellationToken cancellationToken) =>
        ListAsync(
            statements => statements.Privacy.Values.Bind(person),
            (in Rows row) => new RememberedValue(
                person,
                row.Text(0),
                new(row.Text(1), PersonValue.Read(row.Bytes(2) is { IsEmpty: false } value ? value.ToArray() : null), row.Time(3), row.TimeOrNull(4))),
            cancellationToken);

    public ValueTask<IReadOnlyList<Link>> LinksAsync(string instance, string conversationId, CancellationToken cancellationToken) =>
        ListAsync(
            statements => statements.Privacy.Links.Bind(instance).Bind(conversationId),
            (in Rows row) => new Link(row.Text(0), row.Text(1), instance, conversationId, row.Int(2)),
            cancellationToken);

    private static RememberedPerson ReadPerson(in Rows row)
    {
        var details = row.Bytes(6);
        return new(
            row.Text(0),
            new()
            {
                Id = row.Text(1),
                PrincipalName = row.TextOrNull(2),
                Email = row.TextOrNull(3),
                Name = row.TextOrNull(4),
                ConversationId = row.TextOrNull(5),
                ChannelDetails = details.IsEmpty ? null : PersonRow.Read(details),
                IsReachable = row.Flag(7),
            },
            row.Time(8));
    }

    private ValueTask<IReadOnlyList<T>> ListAsync<T>(Func<ReaderStatements, Statement> select, Reader<T> read, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<T>>(
            statements =>
            {
                var found = new List<T>();
                using var rows = select(statements).Read();
                while (rows.Next())
                {
                    found.Add(read(rows));
                }

                return found;
            },
            cancellationToken);

    private delegate T Reader<T>(in Rows row);
}
