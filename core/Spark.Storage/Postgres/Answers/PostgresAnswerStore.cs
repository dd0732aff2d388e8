using Spark.Runtime.Answers;
using Spark.Runtime.Turns;
using Spark.Storage.Postgres.Outbox;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Answers;

/// <summary>Answers in PostgreSQL.</summary>
internal sealed class PostgresAnswerStore(PostgresDatabase database) : IAnswerStore
{
    public ValueTask<TakenAnswer> TakeAsync(ConversationKey conversation, long root, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync<TakenAnswer>(
            async (connection, token) =>
            {
                // The read comes after the claim, in a transaction of its own: whoever claimed, it sees what was claimed.
                var claimed = await connection.ExecuteAsync(OutboxStatements.Claim, token, Of(conversation.ToBytes()), Of(root));
                var answered = await connection.ReadAsync(
                    OutboxStatements.Answered, new EntryReader().Read, token, Of(conversation.ToBytes()), Of(root));
                return new([.. answered.Select(open => open.Entry)], IsRepeated: claimed == 0 && answered.Count > 0);
            },
            cancellationToken);
}
