using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Offload.WebhookDesk.Wire;

namespace Spark.Offload.WebhookDesk;

/// <summary>The calls of the desk's API, each made once.</summary>
internal sealed class DeskApi(HttpClient http, Uri url, string token)
{
    /// <summary>The attribute of a conversation by which it is found again.</summary>
    private const string EffectAttribute = "spark-effect";

    /// <summary>The attribute of a message by which it is found again.</summary>
    private const string Marker = "marker";

    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(8);

    public Task<Answer<ConversationAnswer>> CreateAsync(CreateCall call, string effectId, CancellationToken cancellationToken)
    {
        var marked = call with { Attributes = new Dictionary<string, string>(call.Attributes, StringComparer.Ordinal) { [EffectAttribute] = effectId } };
        return CallAsync(HttpMethod.Post, "conversations", Json(marked, DeskJson.Default.CreateCall), DeskJson.Default.ConversationAnswer, cancellationToken);
    }

    public Task<Answer<ConversationsAnswer>> FindAsync(string effectId, CancellationToken cancellationToken) => CallAsync(
        HttpMethod.Get, $"conversations?attribute={EffectAttribute}&value={Uri.EscapeDataString(effectId)}", null, DeskJson.Default.ConversationsAnswer, cancellationToken);

    public Task<Answer<ConversationAnswer>> ShowAsync(string id, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Get, $"conversations/{Uri.EscapeDataString(id)}", null, DeskJson.Default.ConversationAnswer, cancellationToken);

    public Task<Answer<MessagesAnswer.Message>> SayAsync(string id, string text, string effectId, CancellationToken cancellationToken)
    {
        var call = new SayCall(text, new Dictionary<string, string>(StringComparer.Ordinal) { [Marker] = effectId });
        return CallAsync(
            HttpMethod.Post, $"conversations/{Uri.EscapeDataString(id)}/messages", Json(call, DeskJson.Default.SayCall), DeskJson.Default.Message, cancellationToken);
    }

    public Task<Answer<MessagesAnswer>> FindMessageAsync(string id, string effectId, CancellationToken cancellationToken) => CallAsync(
        HttpMethod.Get, $"conversations/{Uri.EscapeDataString(id)}/messages?{Marker}={Uri.EscapeDataString(effectId)}", null, DeskJson.Default.MessagesAnswer, cancellationToken);

    public Task<Answer<MessagesAnswer.Message>> LeaveAsync(string id, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, $"conversations/{Uri.EscapeDataString(id)}/leave", null, DeskJson.Default.Message, cancellationToken);

    private static ByteArrayContent Json<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private async Task<Answer<T>> CallAsync<T>(
        HttpMethod method, string path, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestCall);
        using var request = new HttpRequestMessage(method, $"{url.AbsoluteUri.TrimEnd('/')}/api/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            var status = (int)response.StatusCode;
            var body = response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(limit.Token) : [];
            return new(status, body.Length > 0 ? JsonSerializer.Deserialize(body, type) : null, $"{url.Host} answered {status}.", response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException exception)
        {
            // Before a connection nothing can have arrived.
            var never = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            return new(never ? Answer<T>.NeverArrived : Answer<T>.NoAnswer, null, $"The call to {url.Host} failed ({exception.HttpRequestError}).", null);
        }
        catch (OperationCanceledException)
        {
            return new(Answer<T>.NoAnswer, null, $"{url.Host} did not answer in time.", null);
        }
        catch (JsonException)
        {
            return new(Answer<T>.NoAnswer, null, $"{url.Host} answered something that cannot be read.", null);
        }
    }
}
