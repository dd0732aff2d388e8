using System.Net.Http.Headers;
using System.Text;

namespace Spark.Runtime.ApiCalls;

/// <summary>A request as it is to be sent, without who calls.</summary>
internal sealed record RenderedCall(HttpMethod Method, Uri Target, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body)
{
    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(Method, Target);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        request.Headers.Accept.ParseAdd("application/json");
        foreach (var (name, value) in Headers)
        {
            request.Headers.Remove(name);
            if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content is { } content)
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }
}
