using System.Net.Http.Headers;
using Spark.Http;

namespace Spark.Actions.Call;

/// <summary>A request as it is to be sent, as often as need be.</summary>
internal sealed record CallPlan
{
    public required HttpMethod Method { get; init; }

    public required Uri Target { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public RequestBody? Body { get; init; }

    /// <summary>True when the method says that a second call does no harm (RFC 9110, 9.2.2).</summary>
    public static bool IsIdempotent(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Put || method == HttpMethod.Delete;

    /// <summary>True when the method changes nothing.</summary>
    public static bool IsSafe(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options;

    /// <summary>Reads what a step asks for.</summary>
    /// <exception cref="RefusedCallException">The step cannot be sent.</exception>
    public static CallPlan Of(CallSettings settings, CallInput input, string key)
    {
        if (input.Calls().ToList() is not [var (method, path)])
        {
            throw new RefusedCallException("The step needs exactly one of get, head, post, put, patch, delete and options, with a path.");
        }

        var headers = RequestHeaders.Read(input.Headers);
        headers.AddRange((settings.Headers ?? []).Where(own => !headers.Exists(given => string.Equals(given.Key, own.Key, StringComparison.OrdinalIgnoreCase))));
        if (!IsSafe(method) && settings.IdempotencyHeader.Length > 0)
        {
            headers.RemoveAll(header => string.Equals(header.Key, settings.IdempotencyHeader, StringComparison.OrdinalIgnoreCase));
            headers.Add(new(settings.IdempotencyHeader, key));
        }

        return new()
        {
            Method = method,
            Target = Join(settings.BaseUrl, path, input),
            Headers = headers,
            Body = RequestBody.Of(input.Body, input.As),
        };
    }

    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(Method, Target);
        if (Body is { } body)
        {
            request.Content = new ByteArrayContent(body.Bytes);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(body.MediaType);
        }

        request.Headers.Accept.ParseAdd("application/json, */*;q=0.5");
        foreach (var (name, value) in Headers)
        {
            Set(request, name, value);
        }

        return request;
    }

    private static Uri Join(Uri baseUrl, string path, CallInput input)
    {
        try
        {
            return TargetAddress.Of(baseUrl, path, Fields.Of(input.Query));
        }
        catch (FormatException wrong)
        {
            throw new RefusedCallException(wrong.Message);
        }
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content is { } content)
        {
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
