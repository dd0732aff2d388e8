using System.Text.Json;
using Spark.Access;
using Spark.Webhooks;

namespace Spark.Channels.HandoffApi.Requests;

/// <summary>Audits the calls of known clients, taken and refused.</summary>
internal sealed class CallRecord(IAuditTrail audit)
{
    public ValueTask WriteAsync(
        ApiCaller caller, string? principalName, WebhookRequest request, WebhookResponse answer, string? reason, HandoffBody? body, CancellationToken cancellationToken)
    {
        var facts = new CallFacts(answer.Status, reason, request.Source, body?.Parts.Count, body?.Parts.Count(part => part.File is not null));
        return audit.WriteAsync(
            new()
            {
                Actor = $"api-client:{caller.ClientId}",
                What = answer.Status == 204 ? "handoff.accepted" : "handoff.refused",
                Subject = principalName,
                Details = JsonSerializer.SerializeToElement(facts, HandoffJson.Plain.CallFacts),
            },
            cancellationToken);
    }
}
