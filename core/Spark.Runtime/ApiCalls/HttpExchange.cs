using System.Globalization;
using System.Net;
using Spark.ApiCalls;
using Spark.Http;
using Spark.Runtime.Credentials;

namespace Spark.Runtime.ApiCalls;

/// <summary>One request and what came of it. It is sent once; only a far side that says it did not act is asked again.</summary>
internal sealed record HttpExchange
{
    /// <summary>The largest answer that is read.</summary>
    public const int LargestAnswer = 2 * 1024 * 1024;

    private const int MostRedirects = 3;

    /// <summary>How it ended, before anybody has looked into the answer.</summary>
    public required ApiCallEnd End { get; init; }

    public int? Status { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public byte[] Body { get; init; } = [];

    /// <summary>Where it was sent.</summary>
    public Uri? Target { get; init; }

    public string? Reason { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when nobody has signed in yet for the credential's authorization code.</summary>
    public bool IsWithoutSignIn { get; init; }

    public static async Task<HttpExchange> SendAsync(
        CredentialSession session, Func<HttpRequestMessage> make, TimeSpan within, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var wasSent = false;
        try
        {
            return await SendAsync(session, make, time, () => wasSent = true, either.Token);
        }
        catch (TokenRefusedException refused)
        {
            return new()
            {
                End = ApiCallEnd.NotSent,
                Reason = refused.Message,
                IsWithoutSignIn = refused.Message.StartsWith("Nobody has signed in", StringComparison.Ordinal),
            };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Silent(wasSent, string.Create(CultureInfo.InvariantCulture, $"No answer came within {within.TotalSeconds:0.#} seconds."));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return Broken(broken, wasSent);
        }
    }

    private static HttpExchange Silent(bool wasSent, string reason) =>
        new() { End = wasSent ? ApiCallEnd.Unknown : ApiCallEnd.NotSent, Reason = reason };

    private static HttpExchange Broken(Exception broken, bool wasSent)
    {
        // The host's own refusals are made for the operator.
        if (broken.Message.StartsWith("SPK", StringComparison.Ordinal) && (broken as HttpRequestException)?.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return new() { End = ApiCallEnd.NotSent, Reason = broken.Message };
        }

        var error = (broken as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
        var neverBegan = error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
        return Silent(wasSent && !neverBegan, $"The far side could not be reached or broke off: {error}.");
    }

    private static async Task<HttpExchange> SendAsync(
        CredentialSession session, Func<HttpRequestMessage> make, TimeProvider time, Action sent, CancellationToken cancellationToken)
    {
        string? refused = null;
        Uri? moved = null;
        for (var redirects = 0; ;)
        {
            using var request = make();
            request.RequestUri = moved ?? request.RequestUri;
            var asked = request.RequestUri!;
            var token = await session.ApplyAsync(request, refused, cancellationToken);
            sent();
            using var response = await session.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized && session.CanRenew && refused is null)
            {
                refused = token;
                continue;
            }

            if (Redirect(request.Method, asked, response) is { } next && redirects++ < MostRedirects)
            {
                moved = next;
                continue;
            }

            return await ReadAsync(response, asked, time, cancellationToken);
        }
    }

    // Only what changes nothing is asked for again elsewhere, and only on the credential's own host.
    private static Uri? Redirect(HttpMethod method, Uri asked, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && method == HttpMethod.Get
        && response.Headers.Location is { } location
        && new Uri(asked, location) is var target
        && TargetAddress.IsSameHost(asked, target)
            ? target
            : null;

    private static async Task<HttpExchange> ReadAsync(HttpResponseMessage response, Uri target, TimeProvider time, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var body = await BodyAsync(response.Content, cancellationToken);
        var wait = response.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - time.GetUtcNow() : null;
        return new()
        {
            // A far side that fails may have failed after it had acted.
            End = status switch
            {
                >= 200 and < 300 => body is null ? ApiCallEnd.Incomplete : ApiCallEnd.Succeeded,
                408 or >= 500 => ApiCallEnd.Unknown,
                _ => ApiCallEnd.Refused,
            },
            Status = status,
            Headers = [.. response.Headers.Concat(response.Content.Headers).Select(header => new KeyValuePair<string, string>(header.Key, string.Join(", ", header.Value)))],
            Body = body ?? [],
            Target = target,
            Reason = body is null
                ? string.Create(CultureInfo.InvariantCulture, $"The answer, with status {status}, is larger than {LargestAnswer / 1024} KB: ask for fewer fields.")
                : status is >= 200 and < 300 ? null : string.Create(CultureInfo.InvariantCulture, $"The far side answered with status {status}."),
            RetryAfter = wait > TimeSpan.Zero ? wait : null,
        };
    }

    private static async Task<byte[]?> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > LargestAnswer)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > LargestAnswer)
            {
                return null;
            }

            await read.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return read.ToArray();
    }
}
