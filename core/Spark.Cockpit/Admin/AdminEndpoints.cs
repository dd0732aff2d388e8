using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.OpenId;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.ApiCalls;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Bots;
using Spark.Cockpit.Categories;
using Spark.Cockpit.Configuration;
using Spark.Cockpit.Conversations;
using Spark.Cockpit.Credentials;
using Spark.Cockpit.Databases;
using Spark.Cockpit.Drafts;
using Spark.Cockpit.Episodes;
using Spark.Cockpit.Escalation;
using Spark.Cockpit.Insights;
using Spark.Cockpit.Instances;
using Spark.Cockpit.Live;
using Spark.Cockpit.Outbox;
using Spark.Cockpit.People;
using Spark.Cockpit.Retention;
using Spark.Cockpit.Plugins;
using Spark.Cockpit.Studio;
using Spark.Cockpit.Studio.Intents;
using Spark.Cockpit.Studio.Talking;
using Spark.Cockpit.Studio.Texts;
using Spark.Cockpit.Views;
using Spark.Runtime.Tokens;

namespace Spark.Cockpit.Admin;

/// <summary>The admin API below <c>/api/admin</c>: what the command line asks a running host.</summary>
public static class AdminEndpoints
{
    private const string Path = "/api/admin";

    /// <summary>
    /// Serves the admin API by a branch of its own, which is built with the first request to it: a node whose cockpit nobody opens keeps none
    /// of its routes in memory, and answers its first message sooner.
    /// </summary>
    public static void UseSparkAdmin(this IApplicationBuilder app) => app.Use(next =>
    {
        var branch = new Lazy<RequestDelegate>(() => app.New().UseRouting().UseEndpoints(routes => routes.MapSparkAdmin()).Build());
        return http => http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase) ? branch.Value(http) : next(http);
    });

    /// <summary>Maps the admin API. It needs <see cref="AdminAccess"/> and <see cref="AdminToken"/> among the services.</summary>
    public static void MapSparkAdmin(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var admin = GroupOf(routes);
        admin.MapPlugins();
        admin.MapSessions();
        admin.MapAccounts();
        admin.MapLive();
        admin.MapStudio();
        admin.MapTalks();
        admin.MapTexts();
        admin.MapIntents();
        admin.MapOffers();
        admin.MapInstances();
        admin.MapDrafts();
        admin.MapRetention();
        admin.MapViews();
        admin.MapInsights();
        MapDatabaseOf(admin);
        admin.MapPost("/token", async (AdminToken token, CancellationToken cancellationToken) =>
            Results.Json(new NewToken(await token.RotateAsync(cancellationToken)), AdminJson.Default.NewToken)).Needs(Right.Administer).Audited("admin-token.renewed");
        admin.MapOpenId();
        routes.MapOpenIdCallback();
        routes.MapSignInCallback();
        admin.MapGet("/openapi.json", (AdminDocument document, HttpContext http) => document.WriteAsync(http)).ExcludeFromDescription().Needs(Right.SeeConversations).Within(Reach.Everything);
        admin.MapFallback(Nowhere).Needs(Right.SeeConversations).Within(Reach.Everything).NotAudited("It refuses.");
    }

    /// <summary>Maps what needs nothing but the database: a command has it to itself when no host runs.</summary>
    public static void MapSparkDatabase(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        MapDatabaseOf(GroupOf(routes));
    }

    private static RouteGroupBuilder GroupOf(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup(Path).Through<AdminFilter>().Through<StoreFilter>().Through<AuditFilter>();
        ((IEndpointConventionBuilder)admin).Finally(AdminAnswers.Describe);
        return admin;
    }

    // What comes under another type than a route reads does not reach it.
    private static IResult Nowhere(HttpContext http) => http.Request.ContentType is { Length: > 0 } && ReadTypes.Of(http) is { } types
        ? AdminError.Answer(StatusCodes.Status415UnsupportedMediaType, "SPK14004", $"This address reads {string.Join(" or ", types)}: send that, with Content-Type: {types[0]}.")
        : AdminError.Answer(StatusCodes.Status404NotFound, "SPK14003", "The admin API has no such address.");

    private static void MapDatabaseOf(RouteGroupBuilder admin)
    {
        admin.MapOutbox();
        admin.MapConversations();
        admin.MapEpisodes();
        admin.MapDatabase();
        admin.MapBots();
        admin.MapClients();
        admin.MapAccessTokens();
        admin.MapPeople();
        var settings = admin.MapGroup("").Through<SettingsFilter>();
        settings.MapCredentials();
        settings.MapSignIns();
        settings.MapApiCalls();
        settings.MapCategories();
        settings.MapEscalation();

        // To look at them is one right; whatever else is done with them is another.
        ((IEndpointConventionBuilder)settings).Add(route =>
        {
            var isLook = route.Metadata.OfType<HttpMethodMetadata>().Any(methods => methods.HttpMethods.Contains(HttpMethods.Get, StringComparer.Ordinal));
            route.Metadata.Add(new NeededRight(isLook ? Right.SeeSupport : Right.EditSupport));
            route.Metadata.Add(new ReachMetadata(Reach.Everything));
        });
    }
}
