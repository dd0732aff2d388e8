using System.Collections.Concurrent;
using System.Text.Json;
using Spark.Channels.Teams.Inbound;

namespace Spark.Channels.Teams.People;

/// <summary>Keeps the references by which people can be written to first: from installations, and from whoever writes.</summary>
internal sealed class PeopleBook(IKnownPeople known, Roster roster)
{
    private const int MostAtOnce = 1_000;
    private const int MostKept = 50_000;

    /// <summary>What was remembered of whom, so that a message of somebody known costs no write.</summary>
    private readonly ConcurrentDictionary<string, string> written = new(StringComparer.Ordinal);

    /// <summary>Somebody wrote, or installed the app.</summary>
    public async ValueTask MeetAsync(EventFrame frame, Member? member, CancellationToken cancellationToken)
    {
        if (frame.Person is not { } person || frame.Activity.From.Text("aadObjectId") is null)
        {
            return;
        }

        var isPersonal = frame.Activity.IsPersonal;
        var told = string.Join('\n', isPersonal ? frame.ConversationId : "", frame.Activity.ServiceUrl, member?.PrincipalName, member?.Email);
        if (written.TryGetValue(person.Id, out var before) && (before == told || !isPersonal))
        {
            return;
        }

        await known.RememberAsync(
            [
                new KnownPerson
                {
                    Id = person.Id,
                    PrincipalName = member?.PrincipalName,
                    Email = member?.Email,
                    Name = person.Name,
                    ConversationId = isPersonal ? frame.ConversationId : null,
                    ChannelDetails = isPersonal ? frame.Details : Address.Of(frame.Activity, member ?? new Member { Id = frame.Activity.From.Text("id") ?? person.Id, Name = person.Name, ObjectId = frame.Activity.From.Text("aadObjectId") }),
                },
            ],
            cancellationToken);
        if (written.Count >= MostKept)
        {
            written.Clear();
        }

        written[person.Id] = told;
    }

    /// <summary>The app came into a team or a group chat: its people can be written to from now on.</summary>
    public async ValueTask MeetAllAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ConversationId is null || activity.TenantId is not { } tenant || await roster.ReadAllAsync(activity, cancellationToken) is not { } members)
        {
            return;
        }

        var people = members.Where(member => member.ObjectId is not null).Select(member => new KnownPerson
        {
            Id = PersonReader.IdOf(tenant, member.ObjectId!),
            PrincipalName = member.PrincipalName,
            Email = member.Email,
            Name = member.Name,
            ChannelDetails = Address.Of(activity, member),
        });
        foreach (var some in people.Chunk(MostAtOnce))
        {
            await known.RememberAsync(some, cancellationToken);
        }
    }

    /// <summary>The app was taken away.</summary>
    public async ValueTask PartAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.IsPersonal && PersonReader.IdOf(activity.From, activity.TenantId) is { } person)
        {
            await BarAsync(person, cancellationToken);
        }
    }

    /// <summary>Somebody cannot be written to any more.</summary>
    public async ValueTask BarAsync(string person, CancellationToken cancellationToken)
    {
        written.TryRemove(person, out _);
        await known.RememberAsync([new KnownPerson { Id = person, IsReachable = false }], cancellationToken);
    }

    /// <summary>A conversation was opened with somebody.</summary>
    public ValueTask OpenedAsync(KnownPerson person, string conversationId, JsonElement details, CancellationToken cancellationToken) =>
        known.RememberAsync([person with { ConversationId = conversationId, ChannelDetails = details, IsReachable = true }], cancellationToken);
}
