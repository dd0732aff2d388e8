using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Access;

/// <summary>Every route of the admin API against every role. A new route has to be entered here, with the right that it needs.</summary>
public sealed partial class RouteRightsTests
{
    private const string Refused = "SPK14042";

    private static readonly Dictionary<string, Right?> Table = new(StringComparer.Ordinal)
    {
        ["DELETE /accounts/{name}"] = Right.Administer,
        ["DELETE /api-calls/{name}"] = Right.EditSupport,
        ["DELETE /bots/{bot}/draft"] = Right.EditBots,
        ["DELETE /credentials/{name}"] = Right.EditSupport,
        ["DELETE /instances/{name}"] = Right.EditChannels,
        ["DELETE /session"] = Right.SeeConversations,
        ["GET /accounts"] = Right.Administer,
        ["GET /api-calls"] = Right.SeeSupport,
        ["GET /api-calls/{name}"] = Right.SeeSupport,
        ["GET /api-clients"] = Right.Administer,
        ["GET /audit"] = Right.Administer,
        ["GET /bots"] = Right.SeeBots,
        ["GET /bots/{bot}/draft"] = Right.SeeBots,
        ["GET /bots/{bot}/source"] = Right.SeeBots,
        ["GET /bots/{bot}/versions"] = Right.SeeBots,
        ["GET /categories"] = Right.SeeSupport,
        ["GET /categories/csv"] = Right.SeeSupport,
        ["GET /categories/history"] = Right.SeeSupport,
        ["GET /conversation"] = Right.SeeConversations,
        ["GET /conversation/record"] = Right.ReadTranscripts,
        ["GET /conversation/transcript"] = Right.ReadTranscripts,
        ["GET /conversation/why"] = Right.ReadTranscripts,
        ["GET /conversations"] = Right.SeeConversations,
        ["GET /credentials"] = Right.SeeSupport,
        ["GET /credentials/{name}"] = Right.SeeSupport,
        ["GET /database"] = Right.Administer,
        ["GET /episodes"] = Right.SeeConversations,
        ["GET /episodes/counts"] = Right.SeeConversations,
        ["GET /episodes/export"] = Right.SeeConversations,
        ["GET /escalation"] = Right.SeeSupport,
        ["GET /instances/{name}"] = Right.EditChannels,
        ["GET /live"] = Right.SeeConversations,
        ["GET /offers"] = Right.SeeChannels,
        ["GET /openapi.json"] = Right.SeeConversations,
        ["GET /outbox"] = Right.SeeConversations,
        ["GET /plugins"] = Right.SeeChannels,
        ["GET /session"] = Right.SeeConversations,
        ["GET /sign-in/callback"] = null,
        ["GET /studio/schema/{kind}"] = Right.SeeBots,
        ["POST /api-call-check"] = Right.EditSupport,
        ["POST /api-call-import"] = Right.EditSupport,
        ["POST /api-call-test"] = Right.EditSupport,
        ["POST /api-clients"] = Right.Administer,
        ["POST /api-clients/{id}/revoke"] = Right.Administer,
        ["POST /api-clients/{id}/rotate"] = Right.Administer,
        ["POST /bots/publish"] = Right.PublishBots,
        ["POST /bots/{bot}/rollback"] = Right.PublishBots,
        ["POST /bots/{bot}/switch"] = Right.PublishBots,
        ["POST /categories/classify"] = Right.EditSupport,
        ["POST /conversation/reassign"] = Right.ActOnConversations,
        ["POST /conversation/release"] = Right.ActOnConversations,
        ["POST /conversation/ticket"] = Right.ActOnConversations,
        ["POST /credential-keys/reseal"] = Right.EditSupport,
        ["POST /credentials/{name}/sign-in"] = Right.EditSupport,
        ["POST /credentials/{name}/test"] = Right.EditSupport,
        ["POST /database/backup"] = Right.Administer,
        ["POST /instances/{name}/test"] = Right.EditChannels,
        ["POST /outbox/hold"] = Right.Administer,
        ["POST /outbox/{address}/drop"] = Right.ActOnConversations,
        ["POST /outbox/{address}/retry"] = Right.ActOnConversations,
        ["POST /session"] = null,
        ["POST /session/first"] = null,
        ["POST /session/password"] = Right.SeeConversations,
        ["POST /studio/check"] = Right.SeeBots,
        ["POST /studio/talk"] = Right.EditBots,
        ["POST /studio/test"] = Right.EditBots,
        ["POST /token"] = Right.Administer,
        ["PUT /accounts/{name}"] = Right.Administer,
        ["PUT /api-calls/{name}"] = Right.EditSupport,
        ["PUT /bots/{bot}/draft"] = Right.EditBots,
        ["PUT /categories"] = Right.EditSupport,
        ["PUT /categories/examples"] = Right.EditSupport,
        ["PUT /credentials/{name}"] = Right.EditSupport,
        ["PUT /escalation"] = Right.EditSupport,
        ["PUT /instances/{name}"] = Right.EditChannels,
    };

    private static readonly Dictionary<Role, Right[]> RightsOf = new()
    {
        [Role.Reader] = [Right.SeeConversations, Right.SeeBots, Right.SeeChannels],
        [Role.SupportAgent] = [Right.SeeConversations, Right.ReadTranscripts, Right.ActOnConversations, Right.SeeBots, Right.SeeChannels],
        [Role.ChannelOwner] = [Right.SeeConversations, Right.SeeBots, Right.SeeChannels, Right.EditChannels, Right.SeeSupport],
        [Role.Designer] =
            [Right.SeeConversations, Right.ReadTranscripts, Right.SeeBots, Right.EditBots, Right.PublishBots, Right.SeeChannels, Right.SeeSupport],
        [Role.Administrator] = Enum.GetValues<Right>(),
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_is_in_the_table()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);

        var routes = server.Routes.SelectMany(Names).Where(name => !name.Contains("{*", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();

        routes.ShouldBe(Table.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.SupportAgent)]
    [InlineData(Role.ChannelOwner)]
    [InlineData(Role.Designer)]
    [InlineData(Role.Administrator)]
    internal async Task A_role_does_what_its_rights_allow_and_nothing_else(Role role)
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(role, Cancelled);
        var wrong = new List<string>();
        foreach (var (route, right) in Table.Where(pair => pair.Value is not null && pair.Key != "DELETE /session"))
        {
            using var answer = await SendAsync(browser, route);
            var isRefused = answer.StatusCode == HttpStatusCode.Forbidden && (await answer.Content.ReadAsStringAsync(Cancelled)).Contains(Refused, StringComparison.Ordinal);
            if (isRefused == RightsOf[role].Contains(right!.Value) || answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                wrong.Add($"{route}: {answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_signed_in_reaches_nothing_but_the_sign_in()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var stranger = server.Browser();
        foreach (var route in Table.Where(pair => pair.Value is not null).Select(pair => pair.Key))
        {
            using var answer = await SendAsync(stranger, route);

            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, route);
        }
    }

    private static IEnumerable<string> Names(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} {route.RoutePattern.RawText!["/api/admin".Length..]}");

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string route)
    {
        var (method, path) = route.Split(' ') switch { [var first, var second] => (first, second), _ => throw new InvalidOperationException(route) };
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/admin" + Parameter().Replace(path, "x") + "?address=x&effect=x");
        if (method is "POST" or "PUT")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, path.StartsWith("/categories", StringComparison.Ordinal) && method == "PUT" ? "text/csv" : "application/json");
        }

        // A stream of events has no end.
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1_000)]
    private static partial Regex Parameter();
}
