using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.OpenId;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.Bots;
using Spark.Cockpit.Conversations;
using Spark.Cockpit.Drafts;
using Spark.Cockpit.Episodes;
using Spark.Cockpit.Insights;
using Spark.Cockpit.Instances;
using Spark.Cockpit.Outbox;
using Spark.Cockpit.People;
using Spark.Cockpit.Plugins;
using Spark.Cockpit.Retention;
using Spark.Cockpit.Studio;
using Spark.Cockpit.Studio.Talking;
using Spark.Cockpit.Views;
using Spark.Engine.Reading;
using Spark.Runtime.Access;
using Spark.Runtime.Operations;
using Spark.Runtime.Privacy;

namespace Spark.Cockpit.Admin;

/// <summary>
/// What the routes of the admin API answer with, for its description: handlers answer by themselves, with what they know only then. The
/// cockpit's own types are made of it.
/// </summary>
internal static class AdminAnswers
{
    private const string Root = "/api/admin";
    private const string Json = "application/json";

    /// <summary>Method and address below the root, and the type of the JSON.</summary>
    public static readonly FrozenDictionary<string, Type> Table = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["GET /access-tokens"] = typeof(AccessTokenList),
        ["GET /accounts"] = typeof(AccountList),
        ["GET /api-clients"] = typeof(ClientList),
        ["GET /audit"] = typeof(AuditList),
        ["GET /bots"] = typeof(BotList),
        ["GET /bots/{bot}/draft"] = typeof(DraftView),
        ["GET /bots/{bot}/source"] = typeof(BotSource),
        ["GET /bots/{bot}/versions"] = typeof(VersionList),
        ["GET /conversation"] = typeof(ConversationView),
        ["GET /conversation/transcript"] = typeof(Transcript),
        ["GET /conversation/why"] = typeof(WhyAnswer),
        ["GET /conversations"] = typeof(ConversationList),
        ["GET /database"] = typeof(DatabaseReport),
        ["GET /episodes"] = typeof(EpisodeList),
        ["GET /episodes/counts"] = typeof(EpisodeCounts),
        ["GET /insights"] = typeof(InsightView),
        ["GET /instances/{name}"] = typeof(InstanceDetails),
        ["GET /offers"] = typeof(OfferList),
        ["GET /outbox"] = typeof(EffectList),
        ["GET /plugins"] = typeof(PluginList),
        ["POST /plugins/archive"] = typeof(PluginOffered),
        ["POST /plugins/folder"] = typeof(PluginOffered),
        ["POST /plugins/install"] = typeof(PluginAnswer),
        ["POST /plugins/{id}/disable"] = typeof(PluginAnswer),
        ["POST /plugins/{id}/enable"] = typeof(PluginAnswer),
        ["POST /plugins/{id}/reload"] = typeof(PluginAnswer),
        ["GET /retention"] = typeof(RetentionView),
        ["GET /session"] = typeof(SessionView),
        ["GET /session/ways"] = typeof(SignInWays),
        ["GET /studio/channels"] = typeof(ChannelChoice),
        ["GET /views"] = typeof(ViewList),
        ["DELETE /session"] = typeof(SignedOut),
        ["POST /access-tokens"] = typeof(NewAccessToken),
        ["POST /api-clients"] = typeof(NewSecret),
        ["POST /api-clients/{id}/rotate"] = typeof(NewSecret),
        ["POST /bots/publish"] = typeof(PublishAnswer),
        ["POST /conversation/reassign"] = typeof(Reassignment),
        ["POST /outbox/hold"] = typeof(HeldEffects),
        ["POST /people/erase"] = typeof(ErasureReport),
        ["POST /people/find"] = typeof(PersonList),
        ["POST /people/preview"] = typeof(PersonPreview),
        ["POST /session"] = typeof(SessionView),
        ["POST /session/first"] = typeof(SessionView),
        ["POST /studio/check"] = typeof(FindingList),
        ["POST /studio/talk"] = typeof(StudioTalk),
        ["POST /studio/talk/test"] = typeof(StudioTestDraft),
        ["POST /studio/test"] = typeof(StudioTests),
        ["POST /token"] = typeof(NewToken),
        ["PUT /accounts/{name}"] = typeof(AccountView),
        ["PUT /bots/{bot}/draft"] = typeof(DraftSaved),
        ["PUT /instances/{name}"] = typeof(InstanceAnswer),
        ["PUT /views/{name}"] = typeof(ViewLine),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Says at a route what it reads and what it answers with.</summary>
    public static void Describe(EndpointBuilder built)
    {
        if (built is RouteEndpointBuilder { RoutePattern.RawText: { } address } route && address.StartsWith(Root, StringComparison.Ordinal))
        {
            List<string> names = [.. route.Metadata.OfType<HttpMethodMetadata>().SelectMany(methods => methods.HttpMethods).Select(method => $"{method} {address[Root.Length..]}")];
            if (names.Select(AdminBodies.Of).FirstOrDefault(body => body is not null) is { } read)
            {
                route.Metadata.Add(read);
            }

            if (route.Metadata.OfType<IAcceptsMetadata>().Any(reads => !reads.ContentTypes.Contains("*/*", StringComparer.Ordinal)))
            {
                route.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status415UnsupportedMediaType, typeof(AdminError), [Json]));
            }

            if (names.Select(Table.GetValueOrDefault).FirstOrDefault(type => type is not null) is { } type)
            {
                route.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, type, [Json]));
            }
        }
    }
}
