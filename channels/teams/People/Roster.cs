using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.Inbound;
using Spark.Channels.Teams.Rest;

namespace Spark.Channels.Teams.People;

/// <summary>
/// Finds the user principal name and e-mail address of somebody who writes: an activity tells neither. Looked up before the turn, page by
/// page, and kept for a day; a look-up that fails is no reason to keep somebody waiting, and is not tried again for a while.
/// </summary>
internal sealed partial class Roster(ConnectorClient connector, IKnownPeople known, bool isOn, TimeProvider time, ILogger<Roster> logger)
{
    private const int PageSize = 500;
    private const int MostPages = 20;
    private const int MostKept = 50_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeptFailure = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (Member? Member, DateTimeOffset Until)> cache = new(StringComparer.Ordinal);

    /// <summary>What somebody sends at once is one look-up.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task<Member?>>> underWay = new(StringComparer.Ordinal);

    /// <summary>What is known of the sender; null for nothing.</summary>
    public async ValueTask<Member?> FindAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!isOn || activity.TenantId is not { } tenant || PersonReader.IdOf(activity.From, tenant) is not { } person)
        {
            return null;
        }

        if (cache.TryGetValue(person, out var kept) && time.GetUtcNow() < kept.Until)
        {
            return kept.Member;
        }

        var search = underWay.GetOrAdd(person, _ => new(() => SearchAsync(activity, tenant, person)));
        return await search.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Everybody in the activity's conversation; null when the roster cannot be read.</summary>
    public Task<List<Member>?> ReadAllAsync(Activity activity, CancellationToken cancellationToken) =>
        ReadAsync(activity, tenant: null, until: null, cancellationToken);

    // Ends by its own time: more than one request may wait for it.
    private async Task<Member?> SearchAsync(Activity activity, string tenant, string person)
    {
        try
        {
            if (await known.FindAsync(person, CancellationToken.None) is { PrincipalName: not null } remembered)
            {
                return Keep(person, new Member { Id = activity.From.Text("id") ?? person, Name = remembered.Name, PrincipalName = remembered.PrincipalName, Email = remembered.Email }, Kept);
            }

            using var limit = new CancellationTokenSource(Longest, time);
            var members = await ReadAsync(activity, tenant, person, limit.Token);
            return Keep(person, members?.Find(member => IsSame(member, tenant, person)), members is null ? KeptFailure : Kept);
        }
        finally
        {
            underWay.TryRemove(person, out _);
        }
    }

    private async Task<List<Member>?> ReadAsync(Activity activity, string? tenant, string? until, CancellationToken cancellationToken)
    {
        var members = new List<Member>();
        string? further = null;
        for (var page = 0; page < MostPages; page++)
        {
            var query = further is null ? "" : $"&continuationToken={Uri.EscapeDataString(further)}";
            var path = string.Create(CultureInfo.InvariantCulture, $"v3/conversations/{Uri.EscapeDataString(activity.ConversationId!)}/pagedmembers?pageSize={PageSize}{query}");
            var outcome = await connector.CallAsync(HttpMethod.Get, activity.ServiceUrl, path, body: null, cancellationToken);
            if (!outcome.Accepted)
            {
                LogFailed(outcome.Sentence);
                return null;
            }

            members.AddRange(outcome.Body.Items("members").Select(Member.Of).OfType<Member>());
            further = outcome.Body.Text("continuationToken");
            if (further is null || (until is not null && members.Exists(member => IsSame(member, tenant, until))))
            {
                break;
            }
        }

        return members;
    }

    private static bool IsSame(Member member, string? tenant, string person) =>
        (member.ObjectId is { } objectId && tenant is not null && PersonReader.IdOf(tenant, objectId) == person) || member.Id == person;

    private Member? Keep(string person, Member? member, TimeSpan howLong)
    {
        if (cache.Count >= MostKept)
        {
            cache.Clear();
        }

        cache[person] = (member, time.GetUtcNow() + howLong);
        return member;
    }

    [LoggerMessage(LogLevel.Warning, "A roster could not be read: {Reason}")]
    private partial void LogFailed(string reason);
}
