using System.Text.Json.Nodes;
using Spark.Simulators.Teams.CommandLine;
using Spark.Simulators.Teams.Faults;
using Spark.Simulators.Teams.Hosting;

namespace Spark.Simulators.Teams.Tokens;

/// <summary>Entra's token endpoint, and the metadata and keys of Entra and of the Bot Framework.</summary>
internal static class TokenRoutes
{
    private const int LifeSeconds = 3599;

    public static void MapTokens(this WebApplication app)
    {
        app.MapGet("/v1/.well-known/openidconfiguration", (HttpRequest request) => Metadata(request, TokenMint.ChannelIssuer, "v1/.well-known/keys"));
        app.MapGet("/v1/.well-known/keys", (TokenMint mint) => Answers.Json(mint.ChannelKeys));
        app.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (HttpRequest request) => Metadata(request, "https://login.microsoftonline.com/{tenantid}/v2.0", "common/discovery/v2.0/keys"));
        app.MapGet("/{tenant}/discovery/v2.0/keys", (TokenMint mint) => Answers.Json(mint.EntraKeys));
        app.MapPost("/{tenant}/oauth2/v2.0/token", TokenAsync);
    }

    private static IResult Metadata(HttpRequest request, string issuer, string keys) => Answers.Json(new JsonObject
    {
        ["issuer"] = issuer,
        ["jwks_uri"] = $"{request.Scheme}://{request.Host}/{keys}",
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    });

    private static async Task<IResult> TokenAsync(HttpRequest request, string tenant, TokenMint mint, FaultDesk faults, SimulatorOptions options, TimeProvider time)
    {
        if (await faults.StrikeAsync(FaultTarget.Token, request.HttpContext) is { } struck)
        {
            return struck;
        }

        if (!request.HasFormContentType)
        {
            return Refused(400, "invalid_request", "AADSTS900144: The request body must be a form.");
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form["grant_type"] != "client_credentials")
        {
            return Refused(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.");
        }

        if (form["scope"] != "https://api.botframework.com/.default")
        {
            return Refused(400, "invalid_scope", "AADSTS70011: The provided value for 'scope' is not valid.");
        }

        if (form["client_id"] != options.AppId)
        {
            return Refused(400, "unauthorized_client", "AADSTS700016: The application was not found in the directory.");
        }

        return Problem(form, options, $"{request.Scheme}://{request.Host}{request.Path}", time) is { } problem
            ? Refused(401, "invalid_client", problem)
            : Answers.Json(new JsonObject
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = LifeSeconds,
                ["ext_expires_in"] = LifeSeconds,
                ["access_token"] = mint.OfBot(tenant),
            });
    }

    private static string? Problem(IFormCollection form, SimulatorOptions options, string endpoint, TimeProvider time) =>
        options.Certificate is { } certificate ? ClientAssertion.Problem(form["client_assertion_type"], form["client_assertion"], certificate, options.AppId, endpoint, time)
        : options.ClientSecret is { } secret && form["client_secret"] != secret ? "AADSTS7000215: Invalid client secret provided."
        : null;

    private static IResult Refused(int status, string error, string description) =>
        Answers.Json(new JsonObject { ["error"] = error, ["error_description"] = description }, status);
}
