using System.Text.Json;
using Spark.Access;
using Spark.Webhooks;

namespace Spark.Channels.HandoffApi.Requests;

/// <summary>Takes a conversation over (contract §1.1, §1.2): who calls, what is sent and for whom, and only then is anybody looked for.</summary>
internal sealed class HandoffEndpoint(IApiAccess access, CallRecord record, Forwarder forwarder, BodyReader bodies)
{
    public const string Path = "api/v1/spark/handoff";

    private const string Permission = "spark-api";
    private const string Scheme = "Bearer ";
    private const string Challenge = "Bearer realm=\"spark\"";

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (await CallerAsync(request, cancellationToken) is not { } caller)
        {
            return WebhookReceipt.Only(Answers.Unauthorized("Unauthorized: send a bearer token that has not expired.", Challenge));
        }

        var name = PrincipalName.Read(request.Header("User-Principal-Name"));
        HandoffBody? body = null;
        WebhookReceipt receipt;
        try
        {
            if (Refusal(caller, name, request) is { } refusal)
            {
                receipt = WebhookReceipt.Only(refusal);
            }
            else
            {
                body = bodies.Read(request.Body, request.ReceivedAt);
                receipt = await forwarder.ForwardAsync(caller, name!, body, request, cancellationToken);
            }
        }
        catch (BadBodyException bad)
        {
            receipt = WebhookReceipt.Only(Answers.BadRequest(bad.Message));
        }

        await record.WriteAsync(caller, name, request, receipt.Answer, ReasonOf(receipt.Answer), body, cancellationToken);
        return receipt;
    }

    private static WebhookResponse? Refusal(ApiCaller caller, string? name, WebhookRequest request)
    {
        if (!caller.Permissions.Contains(Permission, StringComparer.Ordinal))
        {
            return Answers.Forbidden($"The credentials lack the permission {Permission}.");
        }

        if (name is null)
        {
            return Answers.BadRequest("The header User-Principal-Name is missing or is no user principal name, such as jane@contoso.com.");
        }

        if (!PrincipalName.IsIn(name, caller.PrincipalDomains))
        {
            return Answers.Forbidden("The credentials may not speak for people of that domain.");
        }

        return request.Header("Idempotency-Key") is { Length: > Limits.IdempotencyKey }
            ? Answers.BadRequest($"The header Idempotency-Key may hold {Limits.IdempotencyKey} characters.")
            : null;
    }

    private static string? ReasonOf(WebhookResponse answer) =>
        answer.Body.IsEmpty ? null : JsonSerializer.Deserialize(answer.Body.Span, HandoffJson.Default.ErrorBody)?.Message;

    private async ValueTask<ApiCaller?> CallerAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        var header = request.Header("Authorization");
        return header is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header[Scheme.Length..].Trim() is { Length: > 0 and <= 512 } token
            ? await access.FindCallerAsync(token, cancellationToken)
            : null;
    }
}
