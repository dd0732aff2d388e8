using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Spark.Understanding.OpenAi;

/// <summary>Asks a chat model by one completion.</summary>
internal sealed class ChatUnderstanding(OpenAiSettings settings, HttpClient http) : IUnderstandingProvider
{
    private readonly Uri address = new(settings.Url.AbsoluteUri.TrimEnd('/') + "/chat/completions");

    public async ValueTask<UnderstandingResult> UnderstandAsync(UnderstandingRequest request, CancellationToken cancellationToken)
    {
        var prompt = JsonSerializer.Serialize(
            new ChatRequest
            {
                Model = settings.Model,
                Messages = [new("system", PromptWriter.Write(request, settings.Examples)), new("user", request.Text)],
                Temperature = settings.Temperature,
                ResponseFormat = settings.JsonMode ? new("json_object") : null,
            },
            ChatJson.Default.ChatRequest);
        using var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(prompt, Encoding.UTF8, "application/json"),
        };
        if (settings.Key is { Length: > 0 } key)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var response = await http.SendAsync(message, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new CredentialsRejectedException("The server refuses the key.");
        }

        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        var result = response.IsSuccessStatusCode
            ? Read(answer)
            : UnderstandingResult.Failed(string.Create(CultureInfo.InvariantCulture, $"The server answered with {(int)response.StatusCode}."));
        return result with { Prompt = prompt, Answer = answer };
    }

    private static UnderstandingResult Read(string answer)
    {
        try
        {
            if (JsonSerializer.Deserialize(answer, ChatJson.Default.ChatResponse) is not { Choices: [{ Message.Content: { } said }, ..] })
            {
                return UnderstandingResult.Failed("The server's answer holds no completion.");
            }

            return JsonSerializer.Deserialize(Unfenced(said), OpenAiJson.Default.Reply) is { Confidence: { } confidence } reply
                ? new()
                {
                    Intent = reply.Intent,
                    Confidence = confidence,
                    Entities = (reply.Entities ?? [])
                        .Where(entity => !string.IsNullOrWhiteSpace(entity.Value))
                        .ToDictionary(entity => entity.Key, entity => entity.Value!, StringComparer.Ordinal),
                }
                : UnderstandingResult.Failed("The model named no confidence.");
        }
        catch (JsonException)
        {
            return UnderstandingResult.Failed("The model did not answer with the JSON that it was told to.");
        }
    }

    // Models like to put JSON between fences, whatever they are told.
    private static string Unfenced(string said)
    {
        var start = said.IndexOf('{', StringComparison.Ordinal);
        var end = said.LastIndexOf('}');
        return start >= 0 && end > start ? said[start..(end + 1)] : said;
    }
}
