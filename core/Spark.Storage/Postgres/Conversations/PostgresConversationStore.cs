using Spark.Engine.Conversations;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>Conversations in PostgreSQL.</summary>
internal sealed class PostgresConversationStore(PostgresDatabase database) : IConversationStore
{
    public async ValueTask<LoadedConversation> LoadAsync(ConversationKey key, IReadOnlyList<SeenKey> keys, CancellationToken cancellationToken)
    {
        var row = await database.Loader.LoadAsync(key, keys).WaitAsync(cancellationToken);
        try
        {
            return new(
                row.State is { } state ? ConversationJson.ReadState(state) : null,
                row.Sequence,
                row.DuplicateOf,
                row.Revision,
                row.WakeAt is { } wakeAt ? UnixTime.Read(wakeAt) : null);
        }
        catch (NewerFormatException newer)
        {
            throw StoreUnavailableException.FormatIsNewer(newer);
        }
    }

    public async ValueTask<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancellationToken) =>
        await database.Writer.CommitAsync(EncodedTurn.Of(commit)).WaitAsync(cancellationToken);
}
