using System.Text.Json;
using Spark.Simulators.Sparkcentral.Conversations;

namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>POST on a conversation.</summary>
internal sealed class ManipulateEndpoint(Tenant tenant, BearerCheck bearer, Manipulations manipulations)
{
    public async Task<RestAnswer> RunAsync(HttpContext context, RestCall call, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return tenant.Change(state =>
        {
            call.Body = text;
            return bearer.Refuse(state, context.Request) ?? Manipulate(state, context.Request, call.ConversationId!, text);
        });
    }

    private RestAnswer Manipulate(TenantState state, HttpRequest request, string conversationId, string text)
    {
        if (state.Find(conversationId) is not { IsHeldByVirtualAgent: true } conversation)
        {
            return RestAnswer.NotYours;
        }

        if (!request.HasJsonContentType())
        {
            return RestAnswer.Failure(StatusCodes.Status400BadRequest, "Content-Type must be application/json.");
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var errors = ManipulationReader.Read(
                document.RootElement, conversation, state.Settings.Profile, isAnswer: false, out var manipulation);
            if (errors.Count > 0)
            {
                return RestAnswer.Failure(StatusCodes.Status400BadRequest, errors);
            }

            manipulations.Apply(state, conversation, manipulation, answeredMessageId: null);
            return RestAnswer.Empty;
        }
        catch (JsonException)
        {
            return RestAnswer.Failure(StatusCodes.Status400BadRequest, "The body is not JSON.");
        }
    }
}
