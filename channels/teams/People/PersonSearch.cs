using System.Text.Json.Nodes;
using Spark.Channels.Teams.Inbound;
using Spark.Channels.Teams.Rest;

namespace Spark.Channels.Teams.People;

/// <summary>Finds somebody by address and the personal chat with them; opens one when there is none.</summary>
internal sealed class PersonSearch(IKnownPeople known, PeopleBook book, ConnectorClient connector, bool isProved)
{
    public async ValueTask<Reach> FindAsync(PersonAddress address, CancellationToken cancellationToken)
    {
        if (await known.FindAsync(address, cancellationToken) is not { } person)
        {
            return Reach.Not(ReachStatus.Unknown, "Nobody with that address has installed the app or is in a team with it.");
        }

        if (!person.IsReachable)
        {
            return Reach.Not(ReachStatus.NotReachable, "The person has taken the app away or blocked it.");
        }

        if (person is { ConversationId: { } open, ChannelDetails: not null })
        {
            return Reached(person, open);
        }

        return await OpenAsync(person, cancellationToken);
    }

    private async Task<Reach> OpenAsync(KnownPerson person, CancellationToken cancellationToken)
    {
        var address = Address.Of(person.ChannelDetails);
        if (address is not { ServiceUrl: not null, TenantId: { } tenant, BotId: { } bot, UserId: { } user })
        {
            return Reach.Not(ReachStatus.Unknown, "The person is known and has no conversation with the bot yet; a message to it or an installation makes one.");
        }

        var outcome = await connector.CallAsync(HttpMethod.Post, address.ServiceUrl, "v3/conversations", Conversation(address, tenant, bot, user), cancellationToken);
        if (outcome.IsBarred)
        {
            await book.BarAsync(person.Id, cancellationToken);
            return Reach.Not(ReachStatus.NotReachable, "The app is not installed for the person, or was blocked.");
        }

        if (!outcome.Accepted || outcome.Id is not { } conversation)
        {
            return Reach.Not(ReachStatus.Unavailable, outcome.Accepted ? "Teams opened a conversation and did not say which." : outcome.Sentence);
        }

        var objectId = person.Id[(person.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var details = address.Opened(conversation, objectId, person.PrincipalName, person.Email);
        await book.OpenedAsync(person, conversation, details, cancellationToken);
        return Reached(person with { ChannelDetails = details }, conversation);
    }

    private static JsonObject Conversation(Address address, string tenant, string bot, string user) => new()
    {
        ["isGroup"] = false,
        ["bot"] = new JsonObject { ["id"] = bot, ["name"] = address.BotName ?? "" },
        ["members"] = new JsonArray(new JsonObject { ["id"] = user, ["name"] = address.UserName ?? "" }),
        ["tenantId"] = tenant,
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
    };

    private Reach Reached(KnownPerson person, string conversation) => new()
    {
        Status = ReachStatus.Reached,
        ConversationId = conversation,
        Person = new Person { Id = person.Id, Name = person.Name, Email = person.Email, Identity = isProved ? PersonReader.IdentityOf(person.Id) : null, Verified = isProved },
        ChannelDetails = person.ChannelDetails,
    };
}
