using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>
/// OpenID Connect's code flow on the framework's OAuth handler, which brings state, the correlation cookie and PKCE; this adds the nonce, the
/// provider's own addresses, and the check of the id_token.
/// </summary>
internal sealed class OpenIdHandler(IOptionsMonitor<OpenIdOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<OpenIdOptions>(options, logger, encoder)
{
    public const string SchemeName = "openid";

    private const string Nonce = "nonce";
    private const int LargestAnswer = 256 * 1024;

    private OpenIdProvider? provider;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        provider = await Options.Metadata.GetAsync(null, Context.RequestAborted);
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = SessionDesk.NewSecret();
        properties.Items[Nonce] = nonce;
        var question = QueryHelpers.ParseQuery(new Uri(base.BuildChallengeUrl(properties, Options.Redirect)).Query);
        question[Nonce] = nonce;
        return QueryHelpers.AddQueryString(provider!.Authorization.AbsoluteUri, question);
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        provider = await Options.Metadata.GetAsync(null, Context.RequestAborted);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Options.ClientId,
            ["client_secret"] = Options.ClientSecret,
            ["code"] = context.Code,
            ["redirect_uri"] = Options.Redirect,
        };

        // Taken out, so that it goes no further than here.
        if (context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier))
        {
            form[OAuthConstants.CodeVerifierKey] = verifier!;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, provider.Token) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, Context.RequestAborted);
            if (!response.IsSuccessStatusCode)
            {
                throw new OpenIdRefusedException(OpenIdProblem.Invalid, $"Sign-in refused: the provider took no code and answered {(int)response.StatusCode}.");
            }

            return OAuthTokenResponse.Success(await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(Context.RequestAborted)));
        }
        catch (Exception away) when (away is HttpRequestException or JsonException)
        {
            throw new OpenIdRefusedException(OpenIdProblem.Unreachable, $"The provider cannot be asked at {provider.Token}: {away.Message}", away);
        }
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var encoded = tokens.Response!.RootElement is { ValueKind: JsonValueKind.Object } answer
            && answer.TryGetProperty("id_token", out var field) && field.ValueKind == JsonValueKind.String ? field.GetString() : null;
        properties.Items.Remove(Nonce, out var nonce);
        var token = await Options.Check.ReadAsync(encoded, nonce, Context.RequestAborted);
        identity.AddClaims(token.Claims);
        return new(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }
}
