using Spark.Http;

namespace Spark.Actions.Call.Authorization;

/// <summary>Makes of a connection's settings what says in each request who calls.</summary>
internal static class Authorizations
{
    /// <param name="settings">The settings; they were checked.</param>
    /// <param name="http">The way to the token address.</param>
    /// <param name="time">The clock.</param>
    public static CallAuthorization Of(AuthorizationSettings? settings, HttpClient http, TimeProvider time) => settings switch
    {
        { Type: AuthorizationKind.Basic } => CallAuthorization.Basic(settings.User!, settings.Password!),
        { Type: AuthorizationKind.Bearer } => CallAuthorization.Bearer(settings.Token!),
        { Type: AuthorizationKind.ApiKey, Header: { Length: > 0 } header } => CallAuthorization.KeyInHeader(header, settings.Key!),
        { Type: AuthorizationKind.ApiKey } => CallAuthorization.KeyInQuery(settings.Query!, settings.Key!),
        { Type: AuthorizationKind.ClientCredentials } => CallAuthorization.By(new(http, time, () => Request(settings))),
        _ => CallAuthorization.None,
    };

    private static TokenRequest Request(AuthorizationSettings settings) => new()
    {
        Address = settings.TokenUrl!,
        Fields = [new("grant_type", "client_credentials"), new("scope", settings.Scope), new("audience", settings.Audience)],
        ClientId = settings.ClientId,
        ClientSecret = settings.ClientSecret,
    };
}
