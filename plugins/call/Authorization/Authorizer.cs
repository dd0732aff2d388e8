using System.Net.Http.Headers;
using System.Text;

namespace Spark.Actions.Call.Authorization;

/// <summary>Puts into each request who calls.</summary>
internal sealed class Authorizer(AuthorizationSettings? settings, HttpClient http, TimeProvider time) : IDisposable
{
    private readonly TokenSource? tokens = settings?.Type == AuthorizationKind.ClientCredentials ? new(settings, http, time) : null;

    public void Dispose() => tokens?.Dispose();

    /// <summary>True when a refusal may only mean that a token has ended early: the call was not made and can be, with another one.</summary>
    public bool CanRenew => tokens is not null;

    /// <param name="request">The request.</param>
    /// <param name="refused">A token that was refused just now.</param>
    /// <param name="cancellationToken">Ends the wait for a token.</param>
    /// <returns>The token that was used, where there is one.</returns>
    public async ValueTask<string?> ApplyAsync(HttpRequestMessage request, string? refused, CancellationToken cancellationToken)
    {
        switch (settings)
        {
            case { Type: AuthorizationKind.Basic }:
                var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}"));
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", pair);
                return null;
            case { Type: AuthorizationKind.Bearer }:
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Token);
                return null;
            case { Type: AuthorizationKind.ApiKey, Header: { } header }:
                request.Headers.Remove(header);
                request.Headers.TryAddWithoutValidation(header, settings.Key);
                return null;
            case { Type: AuthorizationKind.ApiKey, Query: { } query }:
                var target = new UriBuilder(request.RequestUri!);
                target.Query = $"{(target.Query.Length > 1 ? target.Query + "&" : "?")}{Uri.EscapeDataString(query)}={Uri.EscapeDataString(settings.Key!)}";
                request.RequestUri = target.Uri;
                return null;
            case { Type: AuthorizationKind.ClientCredentials }:
                var token = await tokens!.GetAsync(refused, cancellationToken);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                return token;
            default:
                return null;
        }
    }
}
