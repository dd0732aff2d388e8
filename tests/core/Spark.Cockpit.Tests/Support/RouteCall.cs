using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace Spark.Cockpit.Tests.Support;

/// <summary>Calls a route of the admin API by its name, such as <c>PUT /accounts/{name}</c>, with something in each of its places.</summary>
internal static partial class RouteCall
{
    public static IEnumerable<string> Names(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} {route.RoutePattern.RawText!["/api/admin".Length..]}");

    /// <param name="client">Who calls.</param>
    /// <param name="route">The route's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="value">What stands in its address, escaped.</param>
    /// <param name="body">What a change brings.</param>
    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string route, CancellationToken cancellationToken, string value = "x", string body = "{}")
    {
        var (method, path) = route.Split(' ') switch { [var first, var second] => (first, second), _ => throw new InvalidOperationException(route) };
        var query = string.Join('&', new[] { "address", "effect", "q", "file", "error", "state", "code", "returnUrl" }.Select(name => $"{name}={value}"));
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/admin" + Parameter().Replace(path, value) + "?" + query);
        if (method is "POST" or "PUT")
        {
            request.Content = new StringContent(body, Encoding.UTF8, path.StartsWith("/categories", StringComparison.Ordinal) && method == "PUT" ? "text/csv" : "application/json");
        }

        // A stream of events has no end.
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 10_000)]
    private static partial Regex Parameter();
}
