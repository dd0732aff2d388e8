using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.Inbound;

namespace Spark.Channels.Teams.Authentication;

/// <summary>
/// The keys of one issuer, from its OpenID metadata. They are kept for a day; a key that is not among them makes them be fetched once
/// more, but not more often than every few minutes: anybody can name a key that does not exist.
/// </summary>
internal sealed partial class SigningKeys(HttpClient http, Uri metadata, TimeProvider time, ILogger<SigningKeys> logger)
{
    private const int LargestDocument = 1024 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(8);

    private readonly Lock gate = new();
    private IReadOnlyDictionary<string, SigningKey>? keys;
    private DateTimeOffset fetchedAt = DateTimeOffset.MinValue;
    private DateTimeOffset nextFetch = DateTimeOffset.MinValue;
    private Task? fetching;

    /// <summary>Finds a key; null when the issuer has none of that name.</summary>
    /// <exception cref="PluginNotReadyException">There are no keys yet: the sender is to come again.</exception>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (keys is { } known && known.TryGetValue(keyId, out var key) && time.GetUtcNow() - fetchedAt < Fresh)
        {
            return key;
        }

        await RefreshAsync().WaitAsync(cancellationToken);
        return keys is { } fetched
            ? fetched.GetValueOrDefault(keyId)
            : throw new PluginNotReadyException($"{metadata.Host} gives no keys to check tokens with.");
    }

    private Task RefreshAsync()
    {
        lock (gate)
        {
            if (fetching is not null)
            {
                return fetching;
            }

            // On the pool, so that the request never begins under the lock, nor ends with one caller's.
            return time.GetUtcNow() < nextFetch ? Task.CompletedTask : fetching = Task.Run(FetchAsync, CancellationToken.None);
        }
    }

    private async Task FetchAsync()
    {
        var got = false;
        try
        {
            var found = await ReadAsync();
            got = found?.Count > 0;
            if (got)
            {
                (keys, fetchedAt) = (found, time.GetUtcNow());
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or OperationCanceledException or InvalidOperationException)
        {
            LogFailed(metadata.Host, exception.GetType().Name);
        }
        finally
        {
            lock (gate)
            {
                nextFetch = time.GetUtcNow() + (got ? BetweenRefreshes : BetweenFailures);
                fetching = null;
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, SigningKey>?> ReadAsync()
    {
        using var limit = new CancellationTokenSource(LongestFetch, time);
        var configuration = await GetAsync(metadata, limit.Token);
        if (!Uri.TryCreate(configuration.Text("jwks_uri"), UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == metadata.Scheme && address.IsLoopback)))
        {
            LogNoAddress(metadata.Host);
            return null;
        }

        return KeyDocument.Read(await GetAsync(address, limit.Token));
    }

    private async Task<JsonElement> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(LargestDocument, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var document = await JsonDocument.ParseAsync(body, default, cancellationToken);
        return document.RootElement.Clone();
    }

    [LoggerMessage(LogLevel.Warning, "The keys of {Host} could not be fetched ({Problem}); those that are known stay good")]
    private partial void LogFailed(string host, string problem);

    [LoggerMessage(LogLevel.Warning, "The metadata of {Host} names no safe address of keys")]
    private partial void LogNoAddress(string host);
}
