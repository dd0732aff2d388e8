using Spark.Channels;
using Spark.Runtime.People;

namespace Spark.Storage.Sqlite.People;

/// <summary>People in SQLite.</summary>
internal sealed class SqlitePeopleStore(SqliteDatabase database) : IPeopleStore
{
    public ValueTask<KnownPerson?> FindAsync(string instance, string id, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => Read(statements.People.ById.Bind(instance).Bind(id)), cancellationToken);

    public ValueTask<KnownPerson?> FindByAddressAsync(string instance, PersonAddress address, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements => address switch
            {
                { PrincipalName: { } name } => Read(statements.People.ByPrincipal.Bind(instance).Bind(PersonRow.Key(name))),
                { Email: { } email } => Read(statements.People.ByEmail.Bind(instance).Bind(PersonRow.Key(email))),
                _ => null,
            },
            cancellationToken);

    public async ValueTask PutAsync(string instance, IReadOnlyList<KnownPerson> people, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            statements =>
            {
                foreach (var person in people)
                {
                    statements.PutPerson
                        .Bind(instance).Bind(person.Id)
                        .Bind(PersonRow.Key(person.PrincipalName)).Bind(person.PrincipalName)
                        .Bind(PersonRow.Key(person.Email)).Bind(person.Email)
                        .Bind(person.Name).Bind(person.ConversationId).Bind(PersonRow.Write(person.ChannelDetails))
                        .Bind(person.IsReachable).Bind(at.ToUnixTimeMilliseconds())
                        .Run();
                }

                return people.Count;
            }).WaitAsync(cancellationToken);

    private static KnownPerson? Read(Statement statement)
    {
        using var rows = statement.Read();
        if (!rows.Next())
        {
            return null;
        }

        var details = rows.Bytes(5);
        return new()
        {
            Id = rows.Text(0),
            PrincipalName = rows.TextOrNull(1),
            Email = rows.TextOrNull(2),
            Name = rows.TextOrNull(3),
            ConversationId = rows.TextOrNull(4),
            ChannelDetails = details.IsEmpty ? null : PersonRow.Read(details),
            IsReachable = rows.Flag(6),
        };
    }
}
