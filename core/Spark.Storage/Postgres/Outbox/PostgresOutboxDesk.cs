using Npgsql;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Outbox;

/// <summary>The operators' view of the outbox in PostgreSQL.</summary>
internal sealed class PostgresOutboxDesk(PostgresDatabase database) : IOutboxDesk
{
    private const string CreatedAt = "SELECT created_at FROM outbox WHERE conversation = $1 AND sequence = $2 AND position = $3";

    public ValueTask<IReadOnlyList<ListedEffect>> ListAsync(
        IReadOnlyCollection<OutboxStatus> statuses, EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync<IReadOnlyList<ListedEffect>>(
            async (connection, token) =>
            {
                var from = after is { } last ? await connection.ReadAsync(CreatedAt, row => row.GetInt64(0), token, NameOf(last)) : [];
                var found = new List<ListedEffect>();
                foreach (var (sql, those) in Statements(statuses))
                {
                    found.AddRange(await connection.ReadAsync(
                        sql,
                        new EntryReader().ReadListed,
                        token,
                        [Of(those), Of(from.Count > 0 ? from[0] : long.MinValue), .. after is { } place ? NameOf(place) : NameOf(default), Of(limit)]));
                }

                return [.. found.OrderBy(effect => effect.Entry.CreatedAt).ThenBy(effect => effect.Entry.Address).Take(limit)];
            },
            cancellationToken);

    public async ValueTask<OpenEntry?> RetryAsync(EffectAddress address, long node, CancellationToken cancellationToken)
    {
        var opened = await database.Sessions.RunSurelyAsync(
            (connection, token) => connection.ReadAsync(OutboxStatements.Retry, new EntryReader().Read, token, [Of(node), .. NameOf(address)]),
            (connection, token) => connection.ReadAsync(OutboxStatements.ReadOne, new EntryReader().Read, token, [Of(node), .. NameOf(address)]),
            cancellationToken);
        return opened.Count > 0 ? opened[0] : null;
    }

    public async ValueTask<bool> DropAsync(EffectAddress address, string reason, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(OutboxStatements.Drop, cancellationToken, [.. NameOf(address), Of(Reasons.Clean(reason)!)]) == 1;

    public async ValueTask<OutboxDepth> MeasureAsync(CancellationToken cancellationToken) =>
        (await database.Sessions.ReadAsync(
            WideStatements.Measure.Sql,
            row => new OutboxDepth(row.GetInt64(0), row.IsDBNull(1) ? null : UnixTime.Read(row.GetInt64(1))),
            cancellationToken))[0];

    // Each by the index that holds them.
    private static IEnumerable<(string Sql, short[] Statuses)> Statements(IReadOnlyCollection<OutboxStatus> statuses)
    {
        foreach (var kind in statuses.Distinct().GroupBy(StatementOf))
        {
            yield return (kind.Key.Sql, [.. kind.Select(status => (short)status)]);
        }
    }

    private static WideStatement StatementOf(OutboxStatus status) => status switch
    {
        < OutboxStatus.Delivered => WideStatements.ListOpen,
        OutboxStatus.Failed or OutboxStatus.Unknown => WideStatements.ListTroubled,
        _ => WideStatements.ListEnded,
    };

    private static NpgsqlParameter[] NameOf(EffectAddress address) =>
        [Of(address.Conversation.ToBytes()), Of(address.Effect.Sequence), Of(address.Effect.Index)];
}
