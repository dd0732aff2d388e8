using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
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
        admin.MapPut("/escalation", PutAsync).Accepts<EscalationRequest>("application/json")
            .Produces<SettingsAnswer>().Produces<SettingsAnswer>(StatusCodes.Status422UnprocessableEntity).Audited("escalation.set");
    }

    private static EscalationBook Book(HttpContext http) => http.RequestServices.GetRequiredService<EscalationBook>();

    private static async Task<IResult> ShowAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var stored = await Book(http).ReadAsync(cancellationToken);
        var problems = stored is null ? [] : await Book(http).CheckAsync(stored.Value, cancellationToken);
        return SettingsResults.Ok(
            new EscalationView(stored?.Value, stored?.Edition ?? 0, stored?.ChangedAt, problems), SettingsJson.Default.EscalationView);
    }

    private static Task<IResult> PutAsync(HttpContext http, CancellationToken cancellationToken) => SettingsResults.WithAsync(
        http,
        SettingsJson.Default.EscalationRequest,
        async request =>
        {
            var outcome = await Book(http).PutAsync(request.Settings, request.Edition, cancellationToken);
            AuditNote.Of(http).Add("edition", outcome.Edition).Add("apiCall", request.Settings.ApiCall);
            return SettingsResults.Of(outcome);
        },
        cancellationToken);
}
