using Spark.Runtime.Access;
using Spark.Runtime.Escalation;
using Spark.Runtime.Feeds;
using Spark.Runtime.Files;
using Spark.Runtime.Operations;

namespace Spark.Runtime.Privacy;

/// <summary>Gathers all that is kept of one person, into an archive or into numbers.</summary>
public sealed class PersonExport
{
    private const int AuditPage = 500;

    private readonly PersonFinder finder;
    private readonly IPersonIndex people;
    private readonly IConversationIndex conversations;
    private readonly IEscalationStore tickets;
    private readonly IFileStore files;
    private readonly IAuditStore audit;
    private readonly PersonLog log;
    private readonly TimeProvider time;

    /// <summary>Gathers what it reads.</summary>
    public PersonExport(
        PersonFinder finder, IPersonIndex people, IConversationIndex conversations, IConversationLog log, IEscalationStore tickets, IFileStore files, IAuditStore audit, TimeProvider time)
    {
        this.finder = finder;
        this.people = people;
        this.conversations = conversations;
        this.tickets = tickets;
        this.files = files;
        this.audit = audit;
        this.log = new(log, files);
        this.time = time;
    }

    /// <summary>What is kept, in numbers.</summary>
    /// <param name="choice">The person.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Stores.StoreUnavailableException">Trying again may help.</exception>
    public async Task<PersonPreview> CountAsync(PersonChoice choice, CancellationToken cancellationToken)
    {
        var holdings = await finder.HoldingsAsync(choice, cancellationToken);
        var (open, turns, attempts, named) = (0, 0, 0, 0);
        foreach (var one in holdings.Conversations)
        {
            if (await conversations.FindAsync(one.Key, cancellationToken) is { } found)
            {
                var (count, ids) = await log.MeasureAsync(found, cancellationToken);
                open += found.State.IsOpen || found.State.Desk is not null ? 1 : 0;
                turns += count;
                named += ids.Count;
                attempts += (await tickets.ListAsync(one.Key, cancellationToken)).Count;
            }
        }

        var values = 0;
        foreach (var name in holdings.Names)
        {
            values += (await people.ValuesAsync(name, cancellationToken)).Count;
        }

        var mentions = 0;
        await foreach (var _ in MentionsAsync(new(holdings.Mentions), cancellationToken))
        {
            mentions++;
        }

        return new(holdings.Faces, holdings.Conversations.Count, open, turns, attempts, named, values, mentions);
    }

    /// <summary>Writes the archive: a zip of JSON with a manifest.</summary>
    /// <param name="choice">The person.</param>
    /// <param name="reference">By what the audit names this export.</param>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Stores.StoreUnavailableException">Trying again may help.</exception>
    public async Task WriteAsync(PersonChoice choice, string reference, Stream target, CancellationToken cancellationToken)
    {
        var holdings = await finder.HoldingsAsync(choice, cancellationToken);
        await using var archive = new PersonArchive(target, reference, time.GetUtcNow());
        await archive.AddPersonAsync(holdings, cancellationToken);
        var values = new List<RememberedValue>();
        foreach (var name in holdings.Names)
        {
            values.AddRange(await people.ValuesAsync(name, cancellationToken));
        }

        await archive.AddValuesAsync(values, cancellationToken);
        foreach (var one in holdings.Conversations)
        {
            await AddAsync(archive, one, cancellationToken);
        }

        await archive.AddAuditAsync(MentionsAsync(new(holdings.Mentions), cancellationToken), cancellationToken);
        await archive.CloseAsync(cancellationToken);
    }

    private async Task AddAsync(PersonArchive archive, PersonInConversation one, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(one.Key, cancellationToken) is not { } found)
        {
            return;
        }

        await archive.AddConversationAsync(
            found, await tickets.ListAsync(one.Key, cancellationToken), await people.LinksAsync(one.Instance, one.ExternalId, cancellationToken), cancellationToken);
        var named = await archive.AddTurnsAsync(one.Key, log.TurnsAsync(one.Key, cancellationToken), cancellationToken);
        var ids = named.Concat((await files.ListAsync(one.Key, cancellationToken)).Select(file => file.Id)).Distinct(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (await files.FindAsync(id, cancellationToken) is { } file)
            {
                await archive.AddFileAsync(file, files, cancellationToken);
            }
        }
    }

    private async IAsyncEnumerable<AuditRecord> MentionsAsync(
        AuditMentions mentions, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = long.MaxValue;
        while (await audit.ListAsync(AuditSearch.All, before, AuditPage, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var entry in page.Where(mentions.Holds))
            {
                yield return entry;
            }

            before = page[^1].Number;
        }
    }
}
