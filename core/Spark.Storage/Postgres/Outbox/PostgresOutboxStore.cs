using Npgsql;
using NpgsqlTypes;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Outbox;

/// <summary>The outbox in PostgreSQL.</summary>
internal sealed class PostgresOutboxStore(PostgresDatabase database) : IOutboxStore, ILaneStore
{
    /// <summary>How much of a lane is taken over at once; what is behind counts as held elsewhere until the next look.</summary>
    private const int LargestLane = 256;

    private const long Nobody = 0;

    public async ValueTask<IReadOnlyList<OpenEntry>> TakeOverAsync(long node, EffectAddress? after, int limit, CancellationToken cancellationToken)
    {
        // What is in nobody's hands has no node: an operator's command has opened it again, without a host.
        var dead = await database.Sessions.ReadAsync(OutboxStatements.Dead, row => row.GetInt64(0), cancellationToken, Of(node));
        var left = await database.Sessions.ReadAsync(
            WideStatements.FindLeft.Sql,
            ReadAddress,
            cancellationToken,
            [.. PlaceOf(after), Of(limit), new NpgsqlParameter<long[]> { TypedValue = [Nobody, .. dead] }]);
        if (left.Count > 0)
        {
            return await TakeAsync(node, left, cancellationToken);
        }

        if (dead.Count > 0)
        {
            await database.Sessions.ExecuteAsync(WideStatements.ForgetNodes.Sql, cancellationToken, new NpgsqlParameter<long[]> { TypedValue = [.. dead] });
        }

        return [];
    }

    public async ValueTask<LaneAhead> LookAheadAsync(long node, EffectAddress before, Destination destination, CancellationToken cancellationToken)
    {
        var left = await database.Sessions.ReadAsync(
            OutboxStatements.FindAhead, ReadAddress, cancellationToken, [.. NameOf(node, before), ToDesk(destination), Of(LargestLane)]);
        IReadOnlyList<OpenEntry> taken = left.Count > 0 ? await TakeAsync(node, left, cancellationToken) : [];
        var isAhead = await database.Sessions.ReadAsync(OutboxStatements.IsAhead, row => row.GetBoolean(0), cancellationToken, [.. NameOf(node, before), ToDesk(destination)]);
        return new(isAhead[0], taken);
    }

    public ValueTask<IReadOnlyList<OpenEntry>> ReadLaneAsync(
        long node, ConversationKey conversation, Destination destination, EffectRef after, int limit, CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(
            OutboxStatements.ReadLane, new EntryReader().Read, cancellationToken, [.. NameOf(node, new(conversation, after)), Of(limit), ToDesk(destination)]);

    public ValueTask<IReadOnlyList<OpenEntry>> ReadActionsAsync(long node, EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(
            WideStatements.OpenActions.Sql, new EntryReader().Read, cancellationToken, [Of(node), .. PlaceOf(after), Of(limit)]);

    public async ValueTask<bool> BeginAttemptAsync(
        long node, EffectAddress address, int attempts, OutboxStatus status, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            OutboxStatements.Begin, cancellationToken, [.. NameOf(node, address), Of(attempts), Of((short)status)]) == 1;

    public async ValueTask<bool> PutBackAsync(long node, OutboxEntry entry, string? reason, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            OutboxStatements.PutBack,
            cancellationToken,
            [
                .. NameOf(node, entry.Address),
                Of((short)entry.Status),
                new NpgsqlParameter<long?> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = UnixTime.Of(entry.DueAt) },
                Of(entry.Attempts),
                Of(entry.MayHaveArrived),
                Of(entry.IsLate),
                new NpgsqlParameter<string?> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = Reasons.Clean(reason) },
            ]) == 1;

    public async ValueTask EndAsync(long node, IReadOnlyList<EndedEffect> ended, CancellationToken cancellationToken)
    {
        if (ended.Count > 0)
        {
            await database.Writer.EndAsync(node, ended).WaitAsync(cancellationToken);
        }
    }

    public async ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(OutboxStatements.MarkLost, cancellationToken, Of(conversation.ToBytes()), Of(epoch));

    // What was named before it was taken can be read back: without that, rows that were taken when the connection broke would be in this
    // node's hands and nobody here would know.
    private async ValueTask<IReadOnlyList<OpenEntry>> TakeAsync(long node, IReadOnlyList<EffectAddress> effects, CancellationToken cancellationToken) =>
        await database.Sessions.RunSurelyAsync(
            (connection, token) => connection.ReadAsync(WideStatements.Take.Sql, new EntryReader().Read, token, NamesOf(node, effects)),
            (connection, token) => connection.ReadAsync(WideStatements.ReadTaken.Sql, new EntryReader().Read, token, NamesOf(node, effects)),
            cancellationToken);

    private static EffectAddress ReadAddress(NpgsqlDataReader row) =>
        new(ConversationKey.FromBytes(row.GetFieldValue<byte[]>(0)), new(row.GetInt64(1), row.GetInt32(2)));

    private static NpgsqlParameter[] NamesOf(long node, IReadOnlyList<EffectAddress> effects) =>
    [
        Of(node),
        new NpgsqlParameter<byte[][]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, TypedValue = [.. effects.Select(effect => effect.Conversation.ToBytes())] },
        new NpgsqlParameter<long[]> { TypedValue = [.. effects.Select(effect => effect.Effect.Sequence)] },
        new NpgsqlParameter<int[]> { TypedValue = [.. effects.Select(effect => effect.Effect.Index)] },
    ];

    private static NpgsqlParameter[] NameOf(long node, EffectAddress address) => [Of(node), .. PlaceOf(address)];

    private static NpgsqlParameter[] PlaceOf(EffectAddress? address) =>
        [Of(address?.Conversation.ToBytes() ?? []), Of(address?.Effect.Sequence ?? 0), Of(address?.Effect.Index ?? 0)];

    private static NpgsqlParameter<bool> ToDesk(Destination destination) => Of(destination == Destination.Desk);
}
