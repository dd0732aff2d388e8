using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.Inbound;
using Spark.Channels.Teams.Rest;

namespace Spark.Channels.Teams.People;

/// <summary>
/// Finds the user principal name and e-mail address of somebody who writes: an activity tells neither. Looked up before the turn, page by
/// page, and kept for a day. A look-up that is slow or fails is no reason to keep somebody waiting: it goes on by itself, and what comes
/// late is remembered, because another system hands conversations over by the principal name and the person may not write for days.
/// </summary>
internal sealed partial class Roster(ConnectorClient connector, IKnownPeople known, bool isOn, TimeProvider time, ILogger<Roster> logger) : IDisposable
{
    private const int PageSize = 500;
    private const int MostPages = 20;
    private const int MostKept = 50_000;
    private const int MostTryingAgain = 200;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestOfAll = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeptFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    private readonly ConcurrentDictionary<string, (Member? Member, DateTimeOffset Until)> cache = new(StringComparer.Ordinal);

    /// <summary>What somebody sends at once is one look-up.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task<Member?>>> underWay = new(StringComparer.Ordinal);

    /// <summary>Who is looked for again after a look-up that failed.</summary>
    private readonly ConcurrentDictionary<string, byte> tryingAgain = new(StringComparer.Ordinal);

    private readonly CancellationTokenSource closing = new();

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
        try
        {
            return await search.Value.WaitAsync(LongestWait, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            LogSlow(LongestWait);
            return search.Value.IsCompletedSuccessfully ? await search.Value : Keep(person, member: null, KeptFailure);
        }
    }

    /// <summary>Everybody in the activity's conversation, or as many as can be read in time; null when the roster cannot be read.</summary>
    public async Task<List<Member>?> ReadAllAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestOfAll, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await ReadAsync(activity, tenant: null, until: null, either.Token);
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    // Ends by its own time: more than one request may wait for it, and none may be left.
    private async Task<Member?> SearchAsync(Activity activity, string tenant, string person)
    {
        var began = time.GetTimestamp();
        try
        {
            if (await known.FindAsync(person, CancellationToken.None) is { PrincipalName: not null } remembered)
            {
                return Keep(person, new Member { Id = activity.From.Text("id") ?? person, Name = remembered.Name, PrincipalName = remembered.PrincipalName, Email = remembered.Email }, Kept);
            }

            if (await TryReadAsync(activity, tenant, person) is not { } members)
            {
                TryAgain(activity, tenant, person);
                return Keep(person, member: null, KeptFailure);
            }

            var member = members.Find(member => IsSame(member, tenant, person));
            if (time.GetElapsedTime(began) >= LongestWait)
            {
                await RememberAsync(person, member);
            }

            return Keep(person, member, Kept);
        }
        finally
        {
            underWay.TryRemove(person, out _);
        }
    }

    private void TryAgain(Activity activity, string tenant, string person)
    {
        if (!closing.IsCancellationRequested && tryingAgain.Count < MostTryingAgain && tryingAgain.TryAdd(person, 0))
        {
            _ = TryAgainAsync(activity, tenant, person, closing.Token);
        }
    }

    private async Task TryAgainAsync(Activity activity, string tenant, string person, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var pause in Pauses)
            {
                await Task.Delay(pause, time, cancellationToken);
                if (await TryReadAsync(activity, tenant, person) is { } members)
                {
                    var member = members.Find(member => IsSame(member, tenant, person));
                    await RememberAsync(person, member);
                    Keep(person, member, Kept);
                    return;
                }
            }
        }
        catch (CredentialsRejectedException refused)
        {
            LogFailed(refused.Message);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The instance has been closed: whoever takes its place looks for the person when they write.
        }
        finally
        {
            tryingAgain.TryRemove(person, out _);
        }
    }

    // Whoever took the app away in the meantime stays somebody who cannot be written to.
    private async Task RememberAsync(string person, Member? member)
    {
        if (member is not ({ PrincipalName: not null } or { Email: not null }))
        {
            return;
        }

        try
        {
            var before = await known.FindAsync(person, CancellationToken.None);
            await known.RememberAsync(
                [new KnownPerson { Id = person, PrincipalName = member.PrincipalName, Email = member.Email, Name = member.Name, IsReachable = before?.IsReachable ?? true }],
                CancellationToken.None);
        }
        catch (PluginNotReadyException away)
        {
            LogFailed(away.Message);
        }
    }

    private async Task<List<Member>?> TryReadAsync(Activity activity, string tenant, string person)
    {
        using var limit = new CancellationTokenSource(LongestTry, time);
        return await ReadAsync(activity, tenant, person, limit.Token);
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
                return members.Count > 0 && until is null ? members : null;
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

    [LoggerMessage(LogLevel.Warning, "A roster was not read within {Wait}: the turn goes on without the sender's principal name")]
    private partial void LogSlow(TimeSpan wait);

    [LoggerMessage(LogLevel.Warning, "A roster could not be read, or what it says not kept: {Reason}")]
    private partial void LogFailed(string reason);
}
