using Spark.Engine.Conversations;
using Spark.Runtime.Access;
using Spark.Runtime.Privacy;
using Spark.Storage.Sqlite.Conversations;

namespace Spark.Storage.Sqlite.Privacy;

/// <summary>Erases in SQLite.</summary>
internal sealed class SqliteErasureStore(SqliteDatabase database) : IErasureStore
{
    public async ValueTask<ErasureStep> EraseAsync(ErasedConversation conversation, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(
            (conversation, state: ConversationJson.Write(conversation.State)), static (statements, it) => Erase(statements, it.conversation, it.state))
            .WaitAsync(cancellationToken);

    public async ValueTask ForgetAsync(PersonAddressed who, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(who, static (statements, it) =>
        {
            statements.Privacy.DeleteValues.Bind($"channel:{it.Instance}/{it.Id}").Run();
            return statements.Privacy.DeletePerson.Bind(it.Instance).Bind(it.Id).Run();
        }).WaitAsync(cancellationToken);

    public async ValueTask RewriteAsync(IReadOnlyList<AuditRecord> entries, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(entries, static (statements, it) =>
        {
            foreach (var entry in it)
            {
                statements.Privacy.RewriteAudit.Bind(entry.Number).Bind(entry.Subject).Bind(entry.Details).Run();
            }

            return it.Count;
        }).WaitAsync(cancellationToken);

    public async ValueTask ScrubAsync(CancellationToken cancellationToken) => await database.ScrubAsync(cancellationToken);

    private static ErasureStep Erase(WriterStatements statements, ErasedConversation erased, byte[] state)
    {
        var privacy = statements.Privacy;
        var key = erased.Key.ToBytes();
        var (id, sequence, lastEvent) = TurnWrite.Find(statements.Turns, key);
        if (sequence != erased.ExpectedSequence)
        {
            return id == 0 ? ErasureStep.Done : ErasureStep.Moved;
        }

        if ((erased.WithdrawsOpen ? privacy.FindUnderWay : privacy.FindOpen).Bind(key).Number() is not null)
        {
            return ErasureStep.UnderWay;
        }

        DeleteLog(privacy, id, key, lastEvent);
        privacy.DeleteTimer.Bind(id).Run();
        privacy.DeleteEpisodes.Bind(id).Run();
        privacy.DeleteWords.Bind(id).Run();
        privacy.DeleteEscalations.Bind(key).Run();
        privacy.DeleteLinks.Bind(erased.Instance).Bind(erased.ExternalId).Run();
        statements.DropFilesOfConversation.Bind(key).Run();
        foreach (var file in erased.Files)
        {
            privacy.DeleteFile.Bind(file).Run();
        }

        if (erased.Remembered is { } name)
        {
            privacy.DeleteValues.Bind(name).Run();
        }

        var left = erased.State;
        privacy.Empty
            .Bind(id).Bind(left.Sequence).Bind((int)left.Owner).Bind(left.OwnerEpoch).Bind(erased.At.ToUnixTimeMilliseconds()).Bind(left.Format).Bind(state)
            .Run();
        return ErasureStep.Done;
    }

    private static void DeleteLog(PrivacyWrites privacy, long id, byte[] key, long lastEvent)
    {
        for (var at = lastEvent; at != 0;)
        {
            long previous, first, count;
            using (var row = privacy.Event.Bind(at).Bind(id).Read())
            {
                if (!row.Next())
                {
                    break;
                }

                (previous, first, count) = (row.Long(0), row.Long(1), row.Long(2));
            }

            if (count > 0)
            {
                privacy.DeleteEffects.Bind(first).Bind(first + count).Bind(key).Run();
            }

            privacy.DeleteEvent.Bind(at).Run();
            at = previous;
        }

        privacy.DeleteOpen.Bind(key).Run();
        privacy.DeleteFailed.Bind(key).Run();
        privacy.DeleteAnswered.Bind(key).Run();
    }
}
