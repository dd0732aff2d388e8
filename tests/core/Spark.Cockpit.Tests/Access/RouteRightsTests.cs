using System.Net;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Access;

/// <summary>Every route of the admin API against every role. A new route has to be entered here, with the right that it needs.</summary>
public sealed class RouteRightsTests
{
    private const string Refused = "SPK14042";

    private static readonly Dictionary<string, Right?> Table = new(StringComparer.Ordinal)
    {
        ["DELETE /access-tokens/{id}"] = Right.Administer,
        ["DELETE /accounts/{name}"] = Right.Administer,
        ["DELETE /api-calls/{name}"] = Right.EditSupport,
        ["DELETE /bots/{bot}/draft"] = Right.EditBots,
        ["DELETE /credentials/{name}"] = Right.EditSupport,
        ["DELETE /instances/{name}"] = Right.EditChannels,
        ["DELETE /session"] = Right.SeeConversations,
        ["DELETE /views/{name}"] = Right.SeeConversations,
        ["GET /access-tokens"] = Right.Administer,
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
        ["GET /conversation/evidence"] = Right.ReadTranscripts,
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
        ["GET /insights"] = Right.SeeConversations,
        ["GET /instances/{name}"] = Right.EditChannels,
        ["GET /live"] = Right.SeeConversations,
        ["GET /offers"] = Right.SeeChannels,
        ["GET /openapi.json"] = Right.SeeConversations,
        ["GET /outbox"] = Right.SeeConversations,
        ["GET /plugins"] = Right.SeeChannels,
        ["GET /retention"] = Right.SeeBots,
        ["GET /session"] = Right.SeeConversations,
        ["GET /session/openid"] = null,
        ["GET /session/openid/callback"] = null,
        ["GET /session/ways"] = null,
        ["GET /sign-in/callback"] = null,
        ["GET /studio/channels"] = Right.SeeBots,
        ["GET /studio/schema/{kind}"] = Right.SeeBots,
        ["GET /views"] = Right.SeeConversations,
        ["POST /access-tokens"] = Right.Administer,
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
        ["POST /conversation/take"] = Right.ActOnConversations,
        ["POST /conversation/say"] = Right.ActOnConversations,
        ["POST /conversation/give-back"] = Right.ActOnConversations,
        ["POST /conversation/end"] = Right.ActOnConversations,
        ["POST /conversation/release"] = Right.ActOnConversations,
        ["POST /conversation/restart"] = Right.ActOnConversations,
        ["POST /conversation/ticket"] = Right.ActOnConversations,
        ["POST /credential-keys/reseal"] = Right.EditSupport,
        ["POST /credentials/{name}/sign-in"] = Right.EditSupport,
        ["POST /credentials/{name}/test"] = Right.EditSupport,
        ["POST /database/backup"] = Right.Administer,
        ["POST /instances/{name}/test"] = Right.EditChannels,
        ["POST /outbox/hold"] = Right.Administer,
        ["POST /outbox/{address}/drop"] = Right.ActOnConversations,
        ["POST /outbox/{address}/retry"] = Right.ActOnConversations,
        ["POST /plugins/archive"] = Right.ManagePlugins,
        ["POST /plugins/folder"] = Right.ManagePlugins,
        ["POST /plugins/install"] = Right.ManagePlugins,
        ["POST /plugins/{id}/reload"] = Right.ManagePlugins,
        ["POST /plugins/{id}/disable"] = Right.ManagePlugins,
        ["POST /plugins/{id}/enable"] = Right.ManagePlugins,
        ["DELETE /plugins/{id}/{version}"] = Right.ManagePlugins,
        ["POST /people/erase"] = Right.ManagePeople,
        ["POST /people/export"] = Right.ManagePeople,
        ["POST /people/find"] = Right.ManagePeople,
        ["POST /people/preview"] = Right.ManagePeople,
        ["POST /session"] = null,
        ["POST /session/first"] = null,
        ["POST /session/password"] = Right.SeeConversations,
        ["POST /studio/check"] = Right.SeeBots,
        ["POST /studio/intents/overlaps"] = Right.EditBots,
        ["POST /studio/intents/try"] = Right.EditBots,
        ["POST /studio/talk"] = Right.EditBots,
        ["POST /studio/talk/test"] = Right.EditBots,
        ["POST /studio/test"] = Right.EditBots,
        ["POST /studio/texts"] = Right.SeeBots,
        ["POST /studio/texts/export"] = Right.SeeBots,
        ["POST /studio/texts/import"] = Right.EditBots,
        ["POST /token"] = Right.Administer,
        ["PUT /accounts/{name}"] = Right.Administer,
        ["PUT /api-calls/{name}"] = Right.EditSupport,
        ["PUT /bots/{bot}/draft"] = Right.EditBots,
        ["PUT /categories"] = Right.EditSupport,
        ["PUT /categories/examples"] = Right.EditSupport,
        ["PUT /credentials/{name}"] = Right.EditSupport,
        ["PUT /escalation"] = Right.EditSupport,
        ["PUT /instances/{name}"] = Right.EditChannels,
        ["PUT /views/{name}"] = Right.SeeConversations,
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

    // What each route has to do with bots. One that is not here is closed to who sees to some bots only.
    private static readonly Dictionary<string, Reach> ReachOf = new(StringComparer.Ordinal)
    {
        ["DELETE /bots/{bot}/draft"] = Reach.Bot,
        ["DELETE /instances/{name}"] = Reach.Sifted,
        ["DELETE /session"] = Reach.Everything,
        ["DELETE /views/{name}"] = Reach.Everything,
        ["GET /bots"] = Reach.Sifted,
        ["GET /bots/{bot}/draft"] = Reach.Bot,
        ["GET /bots/{bot}/source"] = Reach.Bot,
        ["GET /bots/{bot}/versions"] = Reach.Bot,
        ["GET /conversation"] = Reach.Conversation,
        ["GET /conversation/evidence"] = Reach.Conversation,
        ["GET /conversation/record"] = Reach.Conversation,
        ["GET /conversation/transcript"] = Reach.Conversation,
        ["GET /conversation/why"] = Reach.Conversation,
        ["GET /conversations"] = Reach.Sifted,
        ["GET /episodes"] = Reach.Sifted,
        ["GET /episodes/counts"] = Reach.Sifted,
        ["GET /episodes/export"] = Reach.Sifted,
        ["GET /insights"] = Reach.Sifted,
        ["GET /instances/{name}"] = Reach.Sifted,
        ["GET /live"] = Reach.Conversation,
        ["GET /offers"] = Reach.Everything,
        ["GET /openapi.json"] = Reach.Everything,
        ["GET /outbox"] = Reach.Sifted,
        ["GET /plugins"] = Reach.Sifted,
        ["GET /retention"] = Reach.Sifted,
        ["GET /session"] = Reach.Everything,
        ["GET /studio/channels"] = Reach.Everything,
        ["GET /studio/schema/{kind}"] = Reach.Everything,
        ["GET /views"] = Reach.Everything,
        ["POST /bots/publish"] = Reach.Sifted,
        ["POST /bots/{bot}/rollback"] = Reach.Bot,
        ["POST /bots/{bot}/switch"] = Reach.Bot,
        ["POST /conversation/reassign"] = Reach.Conversation,
        ["POST /conversation/take"] = Reach.Conversation,
        ["POST /conversation/say"] = Reach.Conversation,
        ["POST /conversation/give-back"] = Reach.Conversation,
        ["POST /conversation/end"] = Reach.Conversation,
        ["POST /conversation/release"] = Reach.Conversation,
        ["POST /conversation/restart"] = Reach.Conversation,
        ["POST /conversation/ticket"] = Reach.Conversation,
        ["POST /instances/{name}/test"] = Reach.Sifted,
        ["POST /outbox/{address}/drop"] = Reach.Effect,
        ["POST /outbox/{address}/retry"] = Reach.Effect,
        ["POST /session/password"] = Reach.Everything,
        ["POST /studio/check"] = Reach.Sifted,
        ["POST /studio/intents/overlaps"] = Reach.Sifted,
        ["POST /studio/intents/try"] = Reach.Sifted,
        ["POST /studio/talk"] = Reach.Sifted,
        ["POST /studio/talk/test"] = Reach.Sifted,
        ["POST /studio/test"] = Reach.Sifted,
        ["POST /studio/texts"] = Reach.Sifted,
        ["POST /studio/texts/export"] = Reach.Sifted,
        ["POST /studio/texts/import"] = Reach.Sifted,
        ["PUT /bots/{bot}/draft"] = Reach.Bot,
        ["PUT /instances/{name}"] = Reach.Sifted,
        ["PUT /views/{name}"] = Reach.Everything,
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_is_in_the_table()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);

        var routes = server.Routes.SelectMany(Names).Where(name => !name.Contains("{*", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();

        routes.ShouldBe(Table.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_route_says_what_it_has_to_do_with_bots()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);

        // Support settings are shared by all bots: whoever sees to some only looks at them, and no more, by the right.
        var said = server.Routes
            .Where(route => route.Metadata.GetMetadata<ReachMetadata>() is not null && route.Metadata.GetMetadata<NeededRight>()?.Right is not (Right.SeeSupport or Right.EditSupport))
            .SelectMany(route => Names(route).Select(name => (name, route.Metadata.GetMetadata<ReachMetadata>()!.Reach)))
            .Where(pair => !pair.name.Contains("{*", StringComparison.Ordinal))
            .OrderBy(pair => pair.name, StringComparer.Ordinal);

        said.ShouldBe(ReachOf.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Role.Designer)]
    [InlineData(Role.SupportAgent)]
    [InlineData(Role.ChannelOwner)]
    internal async Task Who_sees_to_other_bots_reaches_nothing_that_names_one(Role role)
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(role, Cancelled, bots: ["other"]);
        foreach (var (route, right) in Table.Where(pair => pair.Value is { } right && RightsOf[role].Contains(right) && pair.Key != "DELETE /session"))
        {
            using var answer = await RouteCall.SendAsync(browser, route, Cancelled);
            var text = answer.Content.Headers.ContentType?.MediaType == "application/json" ? await answer.Content.ReadAsStringAsync(Cancelled) : "";
            var isShared = right is Right.SeeSupport || ReachOf.GetValueOrDefault(route) is Reach.Everything or Reach.Sifted or Reach.Conversation or Reach.Effect;

            text.Contains("SPK14053", StringComparison.Ordinal).ShouldBe(!isShared, route);
        }
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_allow_and_nothing_else()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        var wrong = new List<string>();
        foreach (var scope in Enum.GetValues<Right>().Where(right => right != Right.Administer))
        {
            using var script = await server.ScriptAsync([scope], null, Cancelled);
            foreach (var (route, right) in Table.Where(pair => pair.Value is not null))
            {
                using var answer = await RouteCall.SendAsync(script, route, Cancelled);
                var isRefused = answer.StatusCode == HttpStatusCode.Forbidden && (await answer.Content.ReadAsStringAsync(Cancelled)).Contains(Refused, StringComparison.Ordinal);
                if (isRefused == (right == scope) || answer.StatusCode == HttpStatusCode.Unauthorized)
                {
                    wrong.Add($"{scope}: {route}: {answer.StatusCode}");
                }
            }
        }

        wrong.ShouldBeEmpty();
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
            using var answer = await RouteCall.SendAsync(browser, route, Cancelled);
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
            using var answer = await RouteCall.SendAsync(stranger, route, Cancelled);

            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, route);
        }
    }

    private static IEnumerable<string> Names(RouteEndpoint route) => RouteCall.Names(route);
}
