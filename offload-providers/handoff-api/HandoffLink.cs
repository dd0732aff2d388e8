using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Spark.Http;

namespace Spark.Offload.HandoffApi;

/// <summary>
/// Hands conversations over by the Handoff API. The other side answers the person in Teams and tells us nothing more: the conversation
/// stays with the bot, whose dialog tells the person to go on there.
/// </summary>
internal sealed class HandoffLink(HandoffOffloadSettings settings, InstanceServices services, TokenSource tokens) : IOffloadProvider, IDisposable
{
    /// <summary>Makes the provider of one connection.</summary>
    /// <exception cref="ArgumentException">The settings are wrong; the message says all that is, for the operator.</exception>
    public static HandoffLink Create(HandoffOffloadSettings settings, InstanceServices services)
    {
        var problems = settings.Problems();
        return problems.Count > 0
            ? throw new ArgumentException(string.Join(' ', problems), nameof(settings))
            : new(settings, services, new TokenSource(services.Http, services.Time, () => Ask(settings)));
    }

    public async ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken)
    {
        if (DocumentWriter.PrincipalName(request) is not { Length: > 0 } name || name.Any(char.IsControl))
        {
            return Failed("The person's user principal name is not known: give the step the field 'upn', or use a channel that tells the e-mail address.");
        }

        if (DocumentWriter.Of(request, settings.Source) is not { } document)
        {
            return Failed("There is nothing to hand over: give the step the field 'text', or share the transcript.");
        }

        try
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(document, OffloadJson.Default.HandoffDocument);
            var token = await tokens.GetAsync(refused: null, cancellationToken);
            var status = await PostAsync(token, name, body, request, cancellationToken);
            if (status == HttpStatusCode.Unauthorized)
            {
                // It was revoked before its time; another one tells whether the credentials were, too.
                status = await PostAsync(await tokens.GetAsync(refused: token, cancellationToken), name, body, request, cancellationToken);
            }

            return (int)status is >= 200 and < 300 ? OffloadDecision.Of(OffloadResult.Sent) : Failed(Why(status));
        }
        catch (HttpRequestException away)
        {
            // Only the token address answers with one of these and a status; its sentence is ours.
            return Failed(away.StatusCode is null ? $"The Handoff API could not be reached: {away.HttpRequestError}." : away.Message);
        }
    }

    public void Dispose() => tokens.Dispose();

    private static TokenRequest Ask(HandoffOffloadSettings settings) => new()
    {
        Address = settings.TokenUrl!,
        Fields = [new("grant_type", "client_credentials"), new("scope", "service:integration")],
        ClientId = settings.ClientId,
        ClientSecret = settings.ClientSecret,
        ClientAsItIs = true,
    };

    private static OffloadDecision Failed(string reason) => OffloadDecision.Of(OffloadResult.Failed, reason);

    // What the other side says may name the person: the reason is ours.
    private static string Why(HttpStatusCode status) => (int)status switch
    {
        400 => "The Handoff API refused the request (400): this connection and that Spark do not fit.",
        401 => "The Handoff API refused a token that was just given (401).",
        403 => "The Handoff API refused (403): the credentials lack the permission Spark API, or may not speak for this person.",
        404 => "The Handoff API knows no such employee (404), or cannot write to that person in Teams.",
        var other => $"The Handoff API answered {other}.",
    };

    private async Task<HttpStatusCode> PostAsync(string token, string name, byte[] body, OffloadRequest offload, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.HandoffUrl);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.TryAddWithoutValidation("User-Principal-Name", name);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", offload.EffectId);
        if (offload.Person?.TimeZone is { } zone)
        {
            request.Headers.TryAddWithoutValidation("Timezone", zone);
        }

        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await services.Http.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }
}
