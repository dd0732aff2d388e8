using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Configuration;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Configuration;

namespace Spark.Cockpit.ApiCalls;

/// <summary>API Calls: set, tried, imported, listed.</summary>
internal static class ApiCallEndpoints
{
    private static readonly JsonElement NoParameters = JsonDocument.Parse("{}").RootElement.Clone();

    public static void MapApiCalls(this RouteGroupBuilder admin)
    {
        admin.MapGet("/api-calls", ListAsync).Produces<ApiCallList>();
        admin.MapGet("/api-calls/{name}", ShowAsync).Produces<ApiCallView>();
        admin.MapPut("/api-calls/{name}", PutAsync).Produces<SettingsAnswer>().Produces<SaveConflict>(StatusCodes.Status409Conflict).Produces<SettingsAnswer>(StatusCodes.Status422UnprocessableEntity).Audited("api-call.set");
        admin.MapDelete("/api-calls/{name}", RemoveAsync).Produces(StatusCodes.Status204NoContent).Audited("api-call.removed");
        admin.MapPost("/api-call-check", CheckAsync).Produces<SettingsAnswer>().NotAudited("It looks, and changes nothing.");
        admin.MapPost("/api-call-test", TryAsync).Produces<ApiCallRun>().Produces<SettingsAnswer>(StatusCodes.Status422UnprocessableEntity).Audited("api-call.tried");
        admin.MapPost("/api-call-import", ImportAsync).Produces<CurlImport>().NotAudited("It reads what it is given, and changes nothing.");
    }

    private static ApiCallBook Book(HttpContext http) => http.RequestServices.GetRequiredService<ApiCallBook>();

    private static async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var views = new List<ApiCallView>();
        foreach (var call in await Book(http).ListAsync(cancellationToken))
        {
            views.Add(await ViewAsync(http, call, cancellationToken));
        }

        return SettingsResults.Ok(new ApiCallList(views), SettingsJson.Default.ApiCallList);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string name, CancellationToken cancellationToken) =>
        await ViewAsync(http, name, cancellationToken) is { } view
            ? SettingsResults.Ok(view, SettingsJson.Default.ApiCallView)
            : SettingsResults.NotFound($"API Call '{name}'");

    private static Task<IResult> PutAsync(HttpContext http, string name, CancellationToken cancellationToken) => SettingsResults.WithAsync(
        http,
        SettingsJson.Default.ApiCallRequest,
        async request =>
        {
            var outcome = await Book(http).PutAsync(request.ApiCall with { Name = name }, request.Edition, cancellationToken);
            AuditNote.Of(http).Add("edition", outcome.Edition).Add("credential", request.ApiCall.Credential).Add("method", request.ApiCall.Method);
            return outcome.IsOutdated
                ? SaveConflict.Answer(await ViewAsync(http, name, cancellationToken), SettingsJson.Default.ApiCallView)
                : SettingsResults.Of(outcome);
        },
        cancellationToken);

    private static Task<IResult> CheckAsync(HttpContext http, CancellationToken cancellationToken) => SettingsResults.WithAsync(
        http,
        SettingsJson.Default.ApiCallRequest,
        async request => SettingsResults.Ok(
            new SettingsAnswer(null, null, null, await Book(http).CheckAsync(request.ApiCall, cancellationToken)), SettingsJson.Default.SettingsAnswer),
        cancellationToken);

    private static async Task<IResult> RemoveAsync(HttpContext http, string name, CancellationToken cancellationToken) =>
        SettingsResults.Removed(await Book(http).RemoveAsync(name, cancellationToken), $"API Call '{name}'");

    private static Task<IResult> TryAsync(HttpContext http, CancellationToken cancellationToken) => SettingsResults.WithAsync(
        http,
        SettingsJson.Default.ApiCallTrial,
        async trial =>
        {
            AuditNote.Of(http).About(trial.Name ?? trial.ApiCall?.Name).Add("credential", trial.ApiCall?.Credential)
                .Add("answer", trial.Recorded is null ? "real" : "recorded");
            var definition = trial.ApiCall ?? (await Book(http).FindAsync(trial.Name ?? "", cancellationToken))?.Value;
            if (definition is null)
            {
                return SettingsResults.NotFound($"API Call '{trial.Name}'");
            }

            var problems = await Book(http).CheckAsync(definition with { Name = definition.Name.Length > 0 ? definition.Name : "unnamed" }, cancellationToken);
            return problems.Count > 0
                ? SettingsResults.Of(ChangeOutcome.Refused(problems))
                : SettingsResults.Ok(
                    await Book(http).TryAsync(definition, trial.Parameters ?? NoParameters, trial.Recorded, cancellationToken), SettingsJson.Default.ApiCallRun);
        },
        cancellationToken);

    private static Task<IResult> ImportAsync(HttpContext http, CancellationToken cancellationToken) => SettingsResults.WithAsync(
        http,
        SettingsJson.Default.CurlRequest,
        request =>
        {
            var import = CurlImport.Read(request.Curl);
            return Task.FromResult(import.Problem is { } problem
                ? SettingsResults.Of(ChangeOutcome.Refused([new("curl", problem)]))
                : SettingsResults.Ok(import, SettingsJson.Default.CurlImport));
        },
        cancellationToken);

    private static async Task<ApiCallView?> ViewAsync(HttpContext http, string name, CancellationToken cancellationToken) =>
        await Book(http).FindAsync(name, cancellationToken) is { } call ? await ViewAsync(http, call, cancellationToken) : null;

    private static async Task<ApiCallView> ViewAsync(HttpContext http, Stored<ApiCallDefinition> call, CancellationToken cancellationToken) =>
        new(call.Value, await Book(http).UsersOfAsync(call.Value.Name, cancellationToken), call.Edition, call.ChangedAt);
}
