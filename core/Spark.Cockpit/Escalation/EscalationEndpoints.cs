using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Configuration;
using Spark.Runtime.Escalation;

namespace Spark.Cockpit.Escalation;

/// <summary>The escalation's settings.</summary>
internal static class EscalationEndpoints
{
    public static void MapEscalation(this RouteGroupBuilder admin)
    {
        admin.MapGet("/escalation", ShowAsync).Produces<EscalationView>();
        admin.MapPut("/escalation", PutAsync).Produces<SettingsAnswer>().Produces<SaveConflict>(StatusCodes.Status409Conflict).Produces<SettingsAnswer>(StatusCodes.Status422UnprocessableEntity).Audited("escalation.set");
    }

    private static EscalationBook Book(HttpContext http) => http.RequestServices.GetRequiredService<EscalationBook>();

    private static async Task<IResult> ShowAsync(HttpContext http, CancellationToken cancellationToken) =>
        SettingsResults.Ok(await ViewAsync(http, cancellationToken), SettingsJson.Default.EscalationView);

    private static async Task<EscalationView> ViewAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var stored = await Book(http).ReadAsync(cancellationToken);
        var problems = stored is null ? [] : await Book(http).CheckAsync(stored.Value, cancellationToken);
        return new(stored?.Value, stored?.Edition ?? 0, stored?.ChangedAt, problems);
    }

    private static Task<IResult> PutAsync(HttpContext http, CancellationToken cancellationToken) => SettingsResults.WithAsync(
        http,
        SettingsJson.Default.EscalationRequest,
        async request =>
        {
            var outcome = await Book(http).PutAsync(request.Settings, request.Edition, cancellationToken);
            AuditNote.Of(http).Add("edition", outcome.Edition).Add("apiCall", request.Settings.ApiCall);
            return outcome.IsOutdated
                ? SaveConflict.Answer(await ViewAsync(http, cancellationToken), SettingsJson.Default.EscalationView)
                : SettingsResults.Of(outcome);
        },
        cancellationToken);
}
