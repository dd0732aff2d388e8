using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Spark.Understanding.Http;

/// <summary>Asks a server by one POST.</summary>
internal sealed class HttpUnderstanding(HttpUnderstandingSettings settings, HttpClient http) : IUnderstandingProvider
{
    public async ValueTask<UnderstandingResult> UnderstandAsync(UnderstandingRequest request, CancellationToken cancellationToken)
    {
        var question = JsonSerializer.Serialize(
            new Question(request.Text, request.Language, [.. request.Intents.Select(Shortened)]), HttpUnderstandingJson.Default.Question);
        using var message = new HttpRequestMessage(HttpMethod.Post, settings.Url)
        {
            Content = new StringContent(question, Encoding.UTF8, "application/json"),
        };
        if (settings.Token is { Length: > 0 } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await http.SendAsync(message, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new CredentialsRejectedException("The server refuses the token.");
        }

        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        var result = response.IsSuccessStatusCode
            ? Read(answer)
            : UnderstandingResult.Failed(string.Create(CultureInfo.InvariantCulture, $"The server answered with {(int)response.StatusCode}."));
        return result with { Prompt = question, Answer = answer };
    }

    private IntentDescription Shortened(IntentDescription intent) => intent with { Examples = [.. intent.Examples.Take(settings.Examples)] };

    private static UnderstandingResult Read(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, HttpUnderstandingJson.Default.Reply) switch
            {
                { Intent: null, Confidence: null } or null => UnderstandingResult.Failed("The server's answer names neither an intent nor a confidence."),
                var reply => new()
                {
                    Intent = reply.Intent,
                    Confidence = reply.Confidence ?? 1,
                    Entities = reply.Entities ?? new Dictionary<string, string>(StringComparer.Ordinal),
                },
            };
        }
        catch (JsonException)
        {
            return UnderstandingResult.Failed("The server's answer is not the JSON that was asked for.");
        }
    }
}
