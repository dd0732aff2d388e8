using System.Security.Cryptography;
using Spark.Engine.Turns;
using Spark.Runtime.Access;
using Spark.Runtime.Files;
using Spark.Runtime.Operations;

namespace Spark.Runtime.Privacy;

/// <summary>
/// Erases one person. Each conversation goes whole or not at all, and with it what only it could tell; by what the person is found goes last. So
/// one that was cut off is ended by asking for the same again.
/// </summary>
public sealed class PersonErasure
{
    private const int AuditPage = 500;
    private const int ReferenceLength = 12;
    private const string ReferenceAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>How long is waited for what is on its way out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long what waits to be sent may still leave: a desk is told that the person has gone.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly IErasureStore store;
    private readonly IConversationIndex conversations;
    private readonly IAuditStore audit;
    private readonly PersonFinder finder;
    private readonly PersonLog log;
    private readonly TimeProvider time;

    /// <summary>Gathers what it works with.</summary>
    public PersonErasure(IErasureStore store, IConversationIndex conversations, Feeds.IConversationLog log, IFileStore files, IAuditStore audit, PersonFinder finder, TimeProvider time)
    {
        this.store = store;
        this.conversations = conversations;
        this.audit = audit;
        this.finder = finder;
        this.log = new(log, files);
        this.time = time;
    }

    /// <summary>A name for an erasure or an export, which says nothing of the person.</summary>
    public static string NewReference() => RandomNumberGenerator.GetString(ReferenceAlphabet, ReferenceLength);

    /// <summary>Erases.</summary>
    /// <param name="choice">The person.</param>
    /// <param name="ending">Ends what is open; null where no host runs.</param>
    /// <param name="cancellationToken">Stops between two conversations; asking again goes on.</param>
    /// <exception cref="Stores.StoreUnavailableException">The database is away; asking again goes on.</exception>
    public async Task<ErasureReport> EraseAsync(PersonChoice choice, ConversationEnding? ending, CancellationToken cancellationToken)
    {
        var holdings = await finder.HoldingsAsync(choice, cancellationToken);
        var report = new ErasureReport(NewReference(), 0, 0, 0, 0, 0, []);
        foreach (var conversation in holdings.Conversations)
        {
            report = await EmptyAsync(holdings, conversation, ending, report, cancellationToken);
        }

        if (report.IsDone)
        {
            report = report with { AuditEntries = await StrikeAsync(new(holdings.Mentions), cancellationToken) };
            foreach (var face in holdings.Faces)
            {
                await store.ForgetAsync(face.Who, cancellationToken);
            }

            report = report with { People = holdings.Faces.Count };
        }

        await store.ScrubAsync(cancellationToken);
        return report;
    }

    private async Task<ErasureReport> EmptyAsync(
        PersonHoldings holdings, PersonInConversation one, ConversationEnding? ending, ErasureReport report, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (await conversations.FindAsync(one.Key, cancellationToken) is { } found)
        {
            if (ending is not null)
            {
                await ending.EndAsync(found, cancellationToken);
                found = await conversations.FindAsync(one.Key, cancellationToken) ?? found;
            }

            var (turns, files) = await log.MeasureAsync(found, cancellationToken);
            var waited = time.GetElapsedTime(began);
            switch (await store.EraseAsync(Empty(holdings, found, files, ending is null || waited > Grace), cancellationToken))
            {
                case ErasureStep.Done:
                    return report with { Conversations = report.Conversations + 1, Turns = report.Turns + turns, Files = report.Files + files.Count };
                case ErasureStep.UnderWay when waited > Patience:
                    return report with { UnderWay = [.. report.UnderWay, one.Key.ToString()] };
                case ErasureStep.UnderWay:
                    await Task.Delay(Glance, time, cancellationToken);
                    break;
            }
        }

        return report;
    }

    private ErasedConversation Empty(PersonHoldings holdings, ConversationDetails found, IReadOnlyList<string> files, bool withdrawsOpen)
    {
        var now = time.GetUtcNow();
        var (instance, person) = (found.Summary.Instance, found.State.Person);
        var isTheirs = person is not null && holdings.IsTheirs(new(instance, person.Id));
        return new()
        {
            Key = found.Summary.Key,
            Instance = instance,
            ExternalId = found.Summary.ExternalId,
            ExpectedSequence = found.Summary.Sequence,
            State = ErasedConversation.Empty(found.State, found.Summary.Sequence, now),
            Remembered = isTheirs ? PersonMemory.NameOf(instance, person) : null,
            Files = files,
            At = now,
            WithdrawsOpen = withdrawsOpen,
        };
    }

    private async Task<int> StrikeAsync(AuditMentions mentions, CancellationToken cancellationToken)
    {
        var struck = 0;
        var before = long.MaxValue;
        while (await audit.ListAsync(AuditSearch.All, before, AuditPage, cancellationToken) is { Count: > 0 } page)
        {
            AuditRecord[] theirs = [.. page.Where(mentions.Holds).Select(mentions.Without)];
            if (theirs.Length > 0)
            {
                await store.RewriteAsync(theirs, cancellationToken);
            }

            struck += theirs.Length;
            before = page[^1].Number;
        }

        return struck;
    }
}
