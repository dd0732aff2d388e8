using System.Net;
using System.Text.Json;
using Spark.Channels;

namespace Spark.TestPlugins.Wire;

/// <summary>Finds people on the far side, which opens their conversations: a POST of the name to <c>v3/people</c>.</summary>
internal sealed class PeopleSearch(WireSettings settings, ChannelServices services)
{
    public async ValueTask<Reach> ReachAsync(PersonAddress address, CancellationToken cancellationToken)
    {
        if (settings.ServiceUrl is not { } service)
        {
            return Reach.Not(ReachStatus.Unavailable, "No service address is set.");
        }

        var asked = new WirePerson { Name = address.PrincipalName ?? address.Email };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(asked, WireJson.Default.WirePerson));
        try
        {
            using var response = await services.Http.PostAsync(new Uri(service, "v3/people"), content, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => Found(await response.Content.ReadAsByteArrayAsync(cancellationToken), service),
                HttpStatusCode.NotFound => Reach.Not(ReachStatus.Unknown, "Nobody has that name."),
                HttpStatusCode.Forbidden => Reach.Not(ReachStatus.NotReachable, "The app is not installed for that person."),
                _ => Reach.Not(ReachStatus.Unavailable, $"The connector answered {(int)response.StatusCode}."),
            };
        }
        catch (HttpRequestException)
        {
            return Reach.Not(ReachStatus.Unavailable, "The connector does not answer.");
        }
    }

    private static Reach Found(byte[] answer, Uri service)
    {
        var person = JsonSerializer.Deserialize(answer, WireJson.Default.WirePerson)!;
        var details = new WireDetails { ServiceUrl = service.ToString(), Person = new() { Id = person.Id, Name = person.Name } };
        return new()
        {
            Status = ReachStatus.Reached,
            ConversationId = person.Conversation,
            Person = new() { Id = person.Id!, Name = person.Name },
            ChannelDetails = JsonSerializer.SerializeToElement(details, WireJson.Default.WireDetails),
        };
    }
}
