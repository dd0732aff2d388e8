using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Configuration;
using Spark.Runtime.Credentials;

namespace Spark.Cockpit.Credentials;

/// <summary>Credentials: set, tested, listed. Their secrets go in and never come out.</summary>
internal static class CredentialEndpoints
{
    public static void MapCredentials(this RouteGroupBuilder admin)
    {
        admin.MapGet("/credentials", ListAsync).Produces<CredentialList>();
        admin.MapGet("/credentials/{name}", ShowAsync).Produces<CredentialView>();
        admin.MapPut("/credentials/{name}", PutAsync).Produces<SettingsAnswer>().Produces<SaveConflict>(StatusCodes.Status409Conflict).Produces<SettingsAnswer>(StatusCodes.Status422UnprocessableEntity).Audited("credential.set");
        admin.MapDelete("/credentials/{name}", RemoveAsync).Produces(StatusCodes.Status204NoContent).Audited("credential.removed");

        // With a body, that is tested and not set; without one, what is set.
        admin.MapPost("/credentials/{name}/test", TestAsync).Produces<CredentialTest>().Produces<SettingsAnswer>(StatusCodes.Status422UnprocessableEntity)
            .Audited("credential.tested");
        admin.MapPost("/credential-keys/reseal", ResealAsync).Produces<ResealAnswer>().Audited("credentials.resealed");
    }

    private static CredentialBook Book(HttpContext http) => http.RequestServices.GetRequiredService<CredentialBook>();

    private static async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken) => SettingsResults.Ok(
        new CredentialList([.. (await Book(http).ListAsync(cancellationToken)).Select(CredentialView.Of)]), SettingsJson.Default.CredentialList);

    private static async Task<IResult> ShowAsync(HttpContext http, string name, CancellationToken cancellationToken) =>
        await ViewAsync(http, name, cancellationToken) is { } view
            ? SettingsResults.Ok(view, SettingsJson.Default.CredentialView)
            : SettingsResults.NotFound($"credential '{name}'");

    private static async Task<CredentialView?> ViewAsync(HttpContext http, string name, CancellationToken cancellationToken) =>
        await Book(http).FindAsync(name, cancellationToken) is { } entry ? CredentialView.Of(entry) : null;

    private static Task<IResult> PutAsync(HttpContext http, string name, CancellationToken cancellationToken) => SettingsResults.WithAsync(
        http,
        SettingsJson.Default.CredentialRequest,
        async request =>
        {
            var outcome = await Book(http).PutAsync(request.Change(name), cancellationToken);
            Note(http, request).Add("edition", outcome.Change.Edition).Add("secrets", string.Join(' ', request.Secrets.Names()))
                .Add("untested", request.WithoutTest ? "true" : null);
            return outcome.Change.IsOutdated
                ? SaveConflict.Answer(await ViewAsync(http, name, cancellationToken), SettingsJson.Default.CredentialView)
                : SettingsResults.Of(outcome.Change, outcome.Test);
        },
        cancellationToken);

    private static async Task<IResult> RemoveAsync(HttpContext http, string name, CancellationToken cancellationToken) =>
        SettingsResults.Removed(await Book(http).RemoveAsync(name, cancellationToken), $"credential '{name}'");

    private static async Task<IResult> TestAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return await Book(http).TestAsync(name, cancellationToken) is { } test
                ? SettingsResults.Ok(test, SettingsJson.Default.CredentialTest)
                : SettingsResults.NotFound($"credential '{name}'");
        }

        return await SettingsResults.WithAsync(
            http,
            SettingsJson.Default.CredentialRequest,
            async request =>
            {
                var outcome = await Book(http).TestAsync(request.Change(name), cancellationToken);
                Note(http, request).Add("passed", outcome.Test?.Passed);
                return outcome.Test is { } test ? SettingsResults.Ok(test, SettingsJson.Default.CredentialTest) : SettingsResults.Of(outcome.Change);
            },
            cancellationToken);
    }

    private static AuditNote Note(HttpContext http, CredentialRequest request) => AuditNote.Of(http)
        .Add("baseUrl", request.Credential.BaseUrl is { IsAbsoluteUri: true } url ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : null)
        .Add("authorization", request.Credential.Authorization.Type);

    private static async Task<IResult> ResealAsync(HttpContext http, CancellationToken cancellationToken) =>
        SettingsResults.Ok(new ResealAnswer(await Book(http).ResealAsync(cancellationToken)), SettingsJson.Default.ResealAnswer);
}
