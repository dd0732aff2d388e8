using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.Authentication;
using Spark.Webhooks;

namespace Spark.Channels.Teams.Inbound;

/// <summary>
/// The door: the caller's token, then whether it fits what it came with, then whether we serve that service and that tenant. Nothing of
/// an activity is acted on before all of it holds.
/// </summary>
/// <param name="tokens">Checks tokens; null where none are asked for.</param>
/// <param name="services">The hosts that we answer to.</param>
/// <param name="tenants">The tenants whose people we serve; empty for all, where no tokens are asked for.</param>
/// <param name="events">What comes after the door.</param>
/// <param name="logger">Where refusals are told.</param>
internal sealed partial class ActivityIntake(
    TokenCheck? tokens, HostRule services, IReadOnlyList<string> tenants, ActivityEvents events, ILogger<ActivityIntake> logger)
{
    private const string Teams = "msteams";

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (request.Method != "POST")
        {
            return WebhookReceipt.Only(OnlyPost);
        }

        var verdict = tokens is null ? TokenVerdict.OfEntra : await tokens.CheckAsync(request.Header("Authorization"), cancellationToken);
        if (verdict.Refusal is { } refusal)
        {
            return Unauthorized(refusal);
        }

        if (Activity.Read(request.Body) is not { } activity)
        {
            return WebhookReceipt.Only(WebhookResponse.Text(400, "The body is not an activity in JSON."));
        }

        if (verdict.Misfit(activity.ServiceUrl, activity.ChannelId) is { } misfit)
        {
            return Unauthorized(misfit);
        }

        if (tokens is not null && activity.ChannelId != Teams)
        {
            return Forbidden("it is of another channel than Teams");
        }

        if (services.Allowed(activity.ServiceUrl) is null)
        {
            return Forbidden("its service address is on no list; see the setting serviceHosts");
        }

        if (tenants.Count > 0 && !tenants.Contains(activity.TenantId, StringComparer.OrdinalIgnoreCase))
        {
            LogTenantDropped(activity.Type);
            return WebhookReceipt.Only(WebhookResponse.Empty(200));
        }

        return await events.ReadAsync(activity, request, cancellationToken);
    }

    private static WebhookResponse OnlyPost => WebhookResponse.Text(405, "Activities are sent by POST.") with
    {
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Allow"] = "POST" },
    };

    private WebhookReceipt Unauthorized(string reason)
    {
        LogRefused(reason);
        return WebhookReceipt.Only(Refusal.Unauthorized);
    }

    private WebhookReceipt Forbidden(string reason)
    {
        LogRefused(reason);
        return WebhookReceipt.Only(Refusal.Forbidden);
    }

    [LoggerMessage(LogLevel.Warning, "Refused a request: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(LogLevel.Information, "Dropped an activity of type {Type}: its tenant is not among the settings' tenants")]
    private partial void LogTenantDropped(string type);
}
