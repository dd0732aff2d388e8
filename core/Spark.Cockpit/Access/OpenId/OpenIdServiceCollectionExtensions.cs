using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>Registers sign-in by OpenID Connect.</summary>
public static class OpenIdServiceCollectionExtensions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Lets people sign in by a provider, beside local accounts.</summary>
    public static IServiceCollection AddSparkOpenId(this IServiceCollection services, OpenIdSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience, MaxResponseContentBufferSize = 1024 * 1024 };
        services.AddSingleton(settings);
        services.AddSingleton(provider => new OpenIdMetadata(settings, http, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IdTokenCheck>();
        services.AddSingleton<SealedState>();
        services.AddSingleton<OpenIdDesk>();

        // No authentication among the services: the framework would put itself before every request, and bring keys that lie with each node.
        services.AddOptions<OpenIdOptions>(OpenIdHandler.SchemeName).Configure<OpenIdMetadata, IdTokenCheck, SealedState, TimeProvider>((options, metadata, check, state, time) =>
        {
            options.TimeProvider = time;
            options.Settings = settings;
            options.Metadata = metadata;
            options.Check = check;
            options.StateDataFormat = state;
            options.Backchannel = http;
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret;
            options.CallbackPath = OpenIdEndpoints.Callback;
            options.UsePkce = true;
            options.RemoteAuthenticationTimeout = SealedState.Holds;
            options.CorrelationCookie = new CorrelationCookie();

            // What the metadata says takes their place; the framework wants some.
            options.AuthorizationEndpoint = settings.Authority.AbsoluteUri;
            options.TokenEndpoint = settings.Authority.AbsoluteUri;
            foreach (var scope in settings.Scopes)
            {
                options.Scope.Add(scope);
            }

            options.Events = new OAuthEvents { OnTicketReceived = EnterAsync, OnRemoteFailure = Refuse, OnAccessDenied = Deny };
        });
        return services;
    }

    private static async Task EnterAsync(TicketReceivedContext context)
    {
        try
        {
            var settings = context.HttpContext.RequestServices.GetRequiredService<OpenIdSettings>();
            var person = OpenIdPerson.Of([.. context.Principal!.Claims], settings);

            // What the browser brought is no session any more, whoever had put it there.
            var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionDesk>();
            if (SessionCookie.Of(context.HttpContext.Request) is { } old && await sessions.FindAsync(old, context.HttpContext.RequestAborted) is { Session: { } before })
            {
                await sessions.SignOutAsync(before, context.HttpContext.RequestAborted);
            }

            var desk = context.HttpContext.RequestServices.GetRequiredService<OpenIdDesk>();
            SessionCookie.Give(context.HttpContext, await desk.EnterAsync(person, context.HttpContext.RequestAborted));
            context.Response.Redirect(ReturnPath.Of(context.ReturnUri));
        }
        catch (OpenIdRefusedException refused)
        {
            await RefusedAsync(context.HttpContext, refused);
            context.Response.Redirect(OpenIdEndpoints.PageOf(refused.Problem));
        }

        context.HandleResponse();
    }

    private static async Task RefusedAsync(HttpContext http, Exception why)
    {
        OpenIdLog.Refused(http, why);
        if (http.RequestServices.GetService<SignInAudit>() is { } audit)
        {
            await audit.RefusedAsync(null, "openid", SessionEndpoints.AddressOf(http), http.RequestAborted);
        }
    }

    private static async Task Refuse(RemoteFailureContext context)
    {
        if (context.Failure is { } failure)
        {
            await RefusedAsync(context.HttpContext, failure);
        }

        context.Response.Redirect(OpenIdEndpoints.PageOf((context.Failure as OpenIdRefusedException)?.Problem ?? OpenIdProblem.Invalid));
        context.HandleResponse();
    }

    private static Task Deny(AccessDeniedContext context)
    {
        context.Response.Redirect(OpenIdEndpoints.PageOf(OpenIdProblem.Denied));
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
